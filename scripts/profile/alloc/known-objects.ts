import {defineLab, prepared} from "#lib/lab.js";

/** Kept, so that no compiler can avoid the object. */
let kept: unknown;
const old: unknown[] = Array.from({length: 1000}, () => null);

/**
 * A lab of objects whose sizes follow from V8's layout on a 64-bit machine without compressed pointers: an object is
 * three words and one a field, an array is four words, and the store of its elements two and one an element.
 */
export default defineLab<number>({
  question: "How large are objects whose size is known?",
  kind: "allocation",
  unit: "object",
  sizes: [1],
  setup: (size) => size,
  baseline: "nothing",
  variants: {
    nothing: (size) => size,
    object_of_three: (size) => {
      kept = {a: size, b: size, c: size};
      return size;
    },
    array_of_four: (size) => {
      kept = [size, size, size, size];
      return size;
    },
    kept_for_long: prepared({
      prepare: () => ({at: 0}),
      run: (state) => {
        state.at = (state.at + 1) % 1000;
        old[state.at] = {a: 1, b: 2, c: 3};
        return 1;
      }
    }),
    ten_kilobytes_outside: (size) => {
      kept = new ArrayBuffer(10_000);
      return size;
    }
  },
  claims: []
});

/** So that the variable counts as read. */
export const last = () => kept;
