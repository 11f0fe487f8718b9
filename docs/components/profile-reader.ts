import {FileAttachment} from "observablehq:stdlib";
import type {Profile} from "../lib/profile/profile.js";
import type {ProfileAnswer, ProfileOrder} from "./profile-worker.js";

/** More than this is no string of V8's, and so no JSON that could be read. */
const MOST_BYTES = 500 * 2 ** 20;
const PATIENCE_MS = 120_000;

/**
 * Reads a profile in a Worker of its own, which ends with it: however large it is, the page goes on.
 *
 * @param name said in messages, and the title of the profile
 * @throws Error that names the place that is wrong
 */
export async function readProfile(file: Blob, name: string): Promise<Profile> {
  if (file.size > MOST_BYTES) throw new Error(`${name}: expected at most ${MOST_BYTES} bytes, got ${file.size}`);
  const worker = new Worker(await FileAttachment("../workers/read-profile.js").url(), {type: "module"});
  try {
    const answer = await firstAnswer(worker, {file, name});
    if ("problem" in answer) throw new Error(answer.problem);
    return answer.profile;
  } finally {
    worker.terminate();
  }
}

function firstAnswer(worker: Worker, order: ProfileOrder): Promise<ProfileAnswer> {
  const {name} = order;
  return new Promise((resolve) => {
    const slow = setTimeout(() => resolve({problem: `${name}: was not read within two minutes`}), PATIENCE_MS);
    const end = (answer: ProfileAnswer) => {
      clearTimeout(slow);
      resolve(answer);
    };
    worker.onmessage = ({data}: MessageEvent<ProfileAnswer>) => end(data);
    worker.onmessageerror = () => end({problem: `${name}: could not be read`});
    worker.onerror = ({message}) =>
      end({problem: `${name}: could not be read: ${message || "no Worker could be started"}`});
    worker.postMessage(order);
  });
}
