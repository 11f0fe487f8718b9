import type {Deoptimisation} from "./v8-log.js";

/** What a reason of V8 means, and what the reader can do. */
export interface ReasonMeaning {
  /** A sentence: what the code met that it had not been compiled for. */
  readonly meaning: string;
  /** Part of V8's ordinary work, and nothing that a program could avoid for its good. */
  readonly harmless: boolean;
}

const FEEDBACK =
  "this part of the function had not run before it was compiled: usual once, when a program begins, and a cost if it repeats";

/** Reasons of V8 11.3 to 14.6 that programs meet, by V8's words. */
const MEANINGS: Readonly<Record<string, string>> = {
  "(unknown)": "a call returned into code that had been dropped meanwhile, for something that it relied on",
  "wrong map": "an object had another shape than those that the code was compiled for",
  "map changed during operation": "an object changed its shape while a built-in function worked on it",
  "deprecated map": "an object still had a shape that V8 has replaced by a more general one",
  "instance migration failed": "an object of a shape that V8 has replaced could not be brought to the new one",
  "wrong call target": "another function was called here than the one that the code was compiled for",
  "wrong call target constructor": "another class was constructed here than the one that the code was compiled for",
  "wrong feedback cell": "a function of the same text, made elsewhere, was called here",
  "wrong value": "something that had always been the same value was another one",
  "value mismatch": "something that had always been the same value was another one",
  "wrong name": "a property of another name was used here",
  "unexpected name in keyed access": "a property of another name was used here",
  "wrong instance type": "a value was of another kind of object than the code was compiled for",
  "wrong enum indices": "for…in met an object whose list of properties had changed",
  "not a Smi": "a value was no small integer, where only those had been seen",
  Smi: "a value was a small integer, where only objects had been seen",
  "not a Number": "a value was no number, where only numbers had been seen",
  "not a heap number": "a value was no number with a fraction, where only those had been seen",
  "not a Number or Boolean": "a value was neither number nor boolean",
  "not a Number or Oddball": "a value was no number, null, undefined or boolean, where only those had been seen",
  "not a String": "a value was no text, where only texts had been seen",
  "not a Symbol": "a value was no symbol, where only symbols had been seen",
  "not a BigInt": "a value was no BigInt, where only those had been seen",
  "not a JavaScript object": "a value was no object, where only objects had been seen",
  "not a JavaScript object, Null or Undefined": "a value was no object, null or undefined",
  "not an array index": "a key was no index of an array",
  "not int32": "a number did not fit into 32 bits",
  "not unsigned int32": "a number was not from 0 to 4,294,967,295",
  overflow: "a sum, difference or product of integers did not fit into 31 or 32 bits",
  "lost precision": "a number with a fraction, or a large one, came where only integers had been seen",
  "lost precision or NaN": "a number with a fraction, or NaN, came where only integers had been seen",
  "minus zero": "a result was -0, where only integers had been seen",
  NaN: "a result was NaN, where only numbers had been seen",
  "division by zero": "an integer was divided by zero, or the division left a fraction",
  hole: "an element of an array had never been written, where only written ones had been seen",
  "out of bounds": "an index was outside the array or the text",
  "failed to grow elements store": "an element was written far behind the end of an array",
  "copy-on-write array's elements changed": "an array that came from a literal was written to",
  "the array length changed": "the length of an array changed while it was worked on",
  "no initial element": "reduce met an array without an element to begin with",
  "array buffer was detached": "the memory of a typed array was given away",
  "BigInt too big": "a BigInt did not fit into 64 bits",
  "Storing to a constant field": "a field or variable was written again that had been written only once",
  "const tracking let constness invalidated": "a variable was written again that had been written only once",
  "First use of catch block": "an exception was caught here for the first time",
  "Result string larger than String::kMaxLength": "a text became longer than V8 allows",
  "unexpected context extension": "eval or with added variables",
  "code dependencies": "something that the code relied on has changed, such as a prototype or a constant field",
  "dependent prototype chain changed": "a prototype was changed after the code was compiled",
  "dependent property cell changed": "a global variable was written after the code was compiled",
  "dependent context cell state changed": "a variable of an outer function was written after the code was compiled",
  "dependent field type constness changed": "a field was written again that had been written only once",
  "dependent field type changed": "a field got a value of another class",
  "dependent field representation changed": "a field got a value of another kind: a fraction after integers, say",
  "dependent map was deprecated": "a shape was replaced by a more general one, for a field of another kind",
  "dependent initial map changed": "a constructor's prototype was replaced, or its objects were given another size",
  "dependent allocation site tenuring changed":
    "the collector saw objects of this place live long, and moves them sooner",
  "dependent allocation site transition changed": "a literal's arrays came to hold elements of another kind",
  "embedded weak objects cleared": "an object that the code knew was collected",
  "JS debugger attached": "a debugger was attached",
  "marked due to eager deopt": "another piece of the same code was given up",
  "prepare for on stack replacement (OSR)": "V8 replaces the code of a loop that runs by faster code",
  "exit from OSR'd inner loop": "V8 leaves the code of an inner loop for that of the function around it"
};

/** Reasons that are a step to faster code, or the work of the collector, the debugger or V8's own counting. */
const HARMLESS = new Set([
  "prepare for on stack replacement (OSR)",
  "exit from OSR'd inner loop",
  "dependent allocation site tenuring changed",
  "embedded weak objects cleared",
  "JS debugger attached",
  "marked due to eager deopt"
]);

/**
 * Says what a deoptimisation means in words, for V8 11.3 to 14.6. A reason that it does not know keeps V8's words.
 *
 * Harmless are the steps from one code to a faster one in a running loop, and code that is dropped because something
 * that it relied on has changed before it ran into that: V8 compiles again, and no work is undone.
 */
export function explainReason({kind, reason}: Pick<Deoptimisation, "kind" | "reason">): ReasonMeaning {
  const feedback = reason.startsWith("Insufficient type feedback for ");
  const meaning = feedback ? FEEDBACK : (MEANINGS[reason] ?? `V8 says: ${reason}`);
  return {meaning, harmless: kind === "dependency-change" || HARMLESS.has(reason)};
}
