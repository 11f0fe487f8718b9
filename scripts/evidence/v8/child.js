// Runs one variant of an opened lab by the protocol of a fork, then asks V8 about it. Plain JavaScript, because
// natives (%…) are no syntax that a compiler reads. Needs --allow-natives-syntax. Answers as child.ts does.
import process from "node:process";
import {pathToFileURL} from "node:url";
import {allocationOf} from "./allocation.js";
import {tierOf, valuesOf} from "./natives.js";
import {ropesOf} from "./ropes.js";

async function answer({lab: path, request, mark}) {
  const {lab, measureFork} = await import(pathToFileURL(path).href);
  const own = lab.variants[request.variant];
  const seen = watchInput(lab, own, request.variant, () => new Function(`return ${JSON.stringify(mark)}`));
  const {fork} = await measureFork(request, {now: () => performance.now() * 1e6});
  const run = typeof own === "function" ? own : own.run;
  const {input} = seen;
  const tier = tierOf(run);
  const text = run(input);
  const ropes = typeof text === "string" ? await ropesOf(() => run(input)) : undefined;
  return {
    tier,
    name: run.name,
    values: valuesOf(input),
    allocation: allocationOf(run, input, Math.min(...fork.samplesNs)),
    ropes
  };
}

/** Keeps the input that the variant gets, and tells when it is ready. The variant's function stays as it is. */
function watchInput(lab, own, name, ready) {
  const seen = {input: undefined};
  const watch =
    (make) =>
    (...given) => {
      seen.input = make(...given);
      ready();
      return seen.input;
    };
  if (typeof own === "object" && own.prepare !== undefined) lab.variants[name] = {...own, prepare: watch(own.prepare)};
  else lab.setup = watch(lab.setup);
  return seen;
}

function reply(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`, () => process.exit(0));
}

answer(JSON.parse(process.argv[2])).then(
  (value) => reply({answer: value}),
  (error) => reply({error: error instanceof Error ? (error.stack ?? error.message) : String(error)})
);
