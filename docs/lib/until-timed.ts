/**
 * Beside a coarse clock a fork may time too few empty calls, when its first ones were very slow: then one takes no time
 * at all, and this is what the fork fails with.
 */
const NO_TIME = /expected a finite number, got (Infinity|NaN)/;

const ATTEMPTS = 4;

/** What a fresh Worker answers; of another one, if the clock was too coarse for the first, and so on up to the fourth. */
export async function untilTimed<Answer extends object>(askFresh: () => Promise<Answer>): Promise<Answer> {
  let answer = await askFresh();
  for (let attempt = 2; attempt <= ATTEMPTS && lacksTime(answer); attempt++) answer = await askFresh();
  return answer;
}

function lacksTime(answer: object): boolean {
  return "failed" in answer && NO_TIME.test(String(answer.failed));
}
