import {unpackFlight} from "#lib/flight/flight-file.js";
import {flightProfile} from "#lib/flight/flight-profile.js";
import {ReaderError} from "../../errors.js";
import type {Format} from "./format.js";
import {jsonOf} from "./text-of.js";

/** What `lab profile record` keeps, read as the profile in it. No ending asks for it: other commands have nothing to put in. */
export const flight: Format = {
  name: "flight",
  endings: [],
  read: (content) => flightProfile(unpackFlight(jsonOf(content), content.place), content.place),
  write: ({title}) => {
    throw new ReaderError(`${title}: a recording of the event loop cannot be made from a profile`, [
      ".cpuprofile and others hold what it says"
    ]);
  }
};
