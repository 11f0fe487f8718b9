/** The parts of Vega that the charts use: a third of it stays away from the page. */
import {transforms} from "vega-dataflow";
import * as encode from "vega-encode";
import * as data from "vega-transforms";
import {extend} from "vega-util";
import * as view from "vega-view-transforms";

extend(transforms, data, view, encode);

export {formats, inferType, inferTypes, loader, read, responseType, typeParsers} from "vega-loader";
export {parse} from "vega-parser";
export * from "vega-util";
export {View} from "vega-view";
