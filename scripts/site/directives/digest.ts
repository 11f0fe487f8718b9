import {publishDigest} from "../digest.js";

/** `digest`: what this copy of the book was built with, as a file. The link makes Framework publish it. */
export function digest(): string {
  return `<p><a class="site-digest" href="${publishDigest()}" download="results.json">What this copy of the book was built with</a>, as a file: every verdict and every ratio, without the samples.</p>`;
}
