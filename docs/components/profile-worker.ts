import type {Profile} from "../lib/profile/profile.js";
import {profileFromText} from "../lib/profile/profile-from-text.js";
import type {Problem} from "./ask-worker.js";

/** What the page asks of a Worker: to read this file. */
export interface ProfileOrder {
  readonly file: Blob;
  readonly name: string;
}

/** What the Worker answers, once. */
export type ProfileAnswer = {readonly profile: Profile} | Problem;

self.addEventListener("message", async ({data}: MessageEvent<ProfileOrder>) => {
  const answer = await answerTo(data);
  self.postMessage(answer, {transfer: "profile" in answer ? buffersOf(answer.profile) : []});
});

/** A flame graph has no axis of time, so the samples in order, which are most of a profile, stay here. */
async function answerTo({file, name}: ProfileOrder): Promise<ProfileAnswer> {
  try {
    return {profile: {...profileFromText(await file.text(), name), timeline: null}};
  } catch (error) {
    const {name: kind, message} = error as Error;
    return {problem: kind === "ResultError" ? message : `${name}: could not be read: ${message}`};
  }
}

/** They are handed over, not copied. */
function buffersOf({tree: {frame, parent, self, samples}}: Profile): Transferable[] {
  return [frame, parent, self, samples].map(({buffer}) => buffer as ArrayBuffer);
}
