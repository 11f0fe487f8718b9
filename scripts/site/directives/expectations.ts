/** For whom a verdict is a surprise, because the opposite holds where they come from. */
export interface Expectation {
  readonly lab: string;
  /** The claim's sentence, as the lab has it. */
  readonly that: string;
  /** The verdict that surprises; with any other there is nothing to say. */
  readonly verdict: "holds" | "fails";
  readonly whom: string;
  /** What they know. The lesson gives the source. */
  readonly because: string;
}

const BOTH = "the JVM or Python";

/** Kept beside the labs and not in them: a lab's results are bound to every byte of it. */
export const EXPECTATIONS: readonly Expectation[] = [
  {
    lab: "strings",
    that: "Each += copies the text so far: ten times the pieces take more than 20 times the time.",
    verdict: "fails",
    whom: BOTH,
    because: "Java does copy it, and Python’s documentation warns of it."
  },
  {
    lab: "strings",
    that: "Joining 10,000 pieces takes less time than += in a loop.",
    verdict: "fails",
    whom: BOTH,
    because: 'A `StringBuilder`, or `"".join`, is the rule there.'
  },
  {
    lab: "typed-arrays",
    that: "A Float64Array is summed faster than an Array of doubles.",
    verdict: "fails",
    whom: BOTH,
    because: "A list of numbers holds objects there; only an array holds the numbers themselves."
  },
  {
    lab: "typed-arrays",
    that: "The same loop is faster in WebAssembly than in JavaScript.",
    verdict: "fails",
    whom: "Python",
    because: "A loop is fast there once it has left the language."
  },
  {
    lab: "shapes",
    that: "A property takes V8 more than twice the time to read when five shapes meet at one site.",
    verdict: "holds",
    whom: "the JVM",
    because: "A field is where its class puts it there, whoever reads it."
  },
  {
    lab: "shapes",
    that: "A Map in place of a record takes more than twice the time to read.",
    verdict: "holds",
    whom: "Python",
    because: "An object’s attributes live in a dictionary there."
  },
  {
    lab: "baseline",
    that: "With numbers of any length, which is what Python's are, V8 too does 10 to 50 million steps per second.",
    verdict: "holds",
    whom: "Python",
    because: "The interpreter is blamed for all of the distance; part of it is what a number is."
  }
];
