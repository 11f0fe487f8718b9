import {resolve} from "node:path";
import {compileLab} from "../../measure/compile.js";
import {ROOT} from "../../store.js";
import {withTemporaryFile} from "../../temporary-file.js";

/**
 * Compiles a lab as timed runs do, into a program that counts what its variants allocate.
 *
 * @param source path of a file whose default export is a lab
 * @returns path of the program, for `countAllocation`
 * @throws ReaderError if the file is missing or does not compile
 */
export async function compileAllocation(source: string): Promise<string> {
  const [lab, answer] = [resolve(source), resolve(ROOT, "scripts/profile/alloc/answer-allocation.ts")].map((path) =>
    JSON.stringify(path)
  );
  const text = `import lab from ${lab};
import {answerAllocation} from ${answer};
answerAllocation(lab);
export default lab;
`;
  return withTemporaryFile("allocation.mjs", text, async (file) => (await compileLab(file)).path);
}
