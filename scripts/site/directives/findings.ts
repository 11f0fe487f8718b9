import {type DirectiveArguments, required} from "../directive.js";
import {findingsHtml} from "../flight-figure.js";
import {provenanceOf} from "../recorded.js";
import {recordedFlight} from "../recorded-flight.js";

/**
 * `findings till/node-26.flight.json most=1`: what the rules say of a committed recording of the event loop. The command
 * that made it, and the machine, stand below.
 */
export function findings({positional, named}: DirectiveArguments): string {
  const recorded = recordedFlight(required(positional[0], "the recording"));
  const html = findingsHtml(recorded.findings, Number(named.get("most") ?? Number.POSITIVE_INFINITY));
  return `<figure class="recording">${html}<figcaption>${provenanceOf(recorded.known)}</figcaption></figure>`;
}
