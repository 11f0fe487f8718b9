import {arrangeAsides} from "./asides.js";
import {arrangeCode} from "./code-order.js";

/** Orders and folds what depends on where the reader comes from. */
export function arrangePage(): void {
  arrangeAsides();
  arrangeCode();
}
