import type {RunEvidence} from "#lib/evidence/evidence.js";
import {explain} from "../errors.js";
import {Interrupted} from "../measure/ask.js";
import type {ExplainRun} from "../measure/session.js";
import {explainLab} from "./explain-lab.js";

/**
 * How a session asks a runtime about what it has measured. Whatever happens to the question, the run is kept.
 *
 * @param progress told how it goes; null at the end
 */
export function explainRun(say: (line: string) => void, progress: (text: string | null) => void): ExplainRun {
  return async (source, {chosen, measured, timeoutMs, signal}): Promise<RunEvidence | null> => {
    const options = {runtimes: [chosen], wanted: {}, measured, timeoutMs, signal, say, progress};
    try {
      const evidence = await explainLab(source, options);
      if (evidence === null) return null;
      const {runtime: _, ...run} = evidence.runs[0]!;
      return run;
    } catch (error) {
      const why = error instanceof Interrupted ? "interrupted" : explain(error).text;
      say(`${why}\n  what was measured is kept, without evidence`);
      return null;
    } finally {
      progress(null);
    }
  };
}
