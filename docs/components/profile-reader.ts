import {FileAttachment} from "observablehq:stdlib";
import type {Profile} from "../lib/profile/profile.js";
import {askWorker} from "./ask-worker.js";
import type {ProfileAnswer, ProfileOrder} from "./profile-worker.js";

/** More than this is no string of V8's, and so no JSON that could be read. */
const MOST_BYTES = 500 * 2 ** 20;
const PATIENCE_SECONDS = 120;

/**
 * Reads a profile beside the page.
 *
 * @param name said in messages, and the title of the profile
 * @throws Error that names the place that is wrong
 */
export async function readProfile(file: Blob, name: string): Promise<Profile> {
  if (file.size > MOST_BYTES) throw new Error(`${name}: expected at most ${MOST_BYTES} bytes, got ${file.size}`);
  const address = await FileAttachment("../workers/read-profile.js").url();
  const order: ProfileOrder = {file, name};
  const answer = await askWorker<ProfileAnswer>(address, {order, name, seconds: PATIENCE_SECONDS});
  if ("problem" in answer) throw new Error(answer.problem);
  return answer.profile;
}
