import {TIMELINE_STYLE} from "#lib/flight/timeline-style.js";
import {deferred} from "../deferred.js";
import {type Body, type DirectiveArguments, required} from "../directive.js";
import {timelineFigure} from "../flight-figure.js";
import {recordedFlight} from "../recorded-flight.js";

/** As wide as the text: letters are as large as they were drawn. */
const WIDTH = 672;

/** Pages whose first timeline has brought the style sheet. */
const styled = new WeakSet<object>();

/**
 * `timeline till/node-26.flight.json`: a committed recording of the event loop on an axis of time, with a table that says
 * the same; the body of the fence is its caption.
 */
export function timeline({positional}: DirectiveArguments, page: object, {html}: Body): string {
  const {thread, findings} = recordedFlight(required(positional[0], "the recording"));
  const style = styled.has(page) ? "" : TIMELINE_STYLE;
  styled.add(page);
  return deferred(timelineFigure(thread, findings, {width: WIDTH, style, caption: html}));
}
