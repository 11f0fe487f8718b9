import {besideEachOther} from "../profile/merge-profiles.js";
import type {Profile} from "../profile/profile.js";
import type {Flight} from "./flight.js";

/** The stacks of all threads of a flight, each below its name if there are several. */
export function flightProfile({threads}: Flight, title: string): Profile {
  const [first, ...rest] = threads.map(({profile}) => profile);
  return besideEachOther([first!, ...rest], title);
}
