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
    because: "In Java `+=` does copy the text each time, and Python’s documentation warns of it."
  },
  {
    lab: "strings",
    that: "Push and join takes less time than += in a loop, when the finished text is read.",
    verdict: "fails",
    whom: BOTH,
    because: 'A `StringBuilder`, or `"".join`, is the rule there.'
  },
  {
    lab: "typed-arrays",
    that: "A Float64Array is summed faster than an Array of doubles.",
    verdict: "fails",
    whom: BOTH,
    because: "In Java and Python a list of numbers holds objects; only an array holds the numbers themselves."
  },
  {
    lab: "typed-arrays",
    that: "The same loop is faster in WebAssembly than in JavaScript.",
    verdict: "fails",
    whom: "Python",
    because: "In Python a loop is fast once it has left the language."
  },
  {
    lab: "shapes",
    that: "A property takes V8 more than twice the time to read when five shapes meet at one site.",
    verdict: "holds",
    whom: "the JVM",
    because: "In Java a field is where its class puts it, whoever reads it."
  },
  {
    lab: "shapes",
    that: "A Map in place of a record takes more than twice the time to read.",
    verdict: "holds",
    whom: "Python",
    because: "In Python an object’s attributes behave as a dictionary."
  },
  {
    lab: "baseline",
    that: "With numbers of any length, which is what Python's are, V8 too does 10 to 50 million steps per second.",
    verdict: "holds",
    whom: "Python",
    because:
      "Python’s distance is often put down to its interpreter alone; part of it is that its numbers may have any length."
  }
];
