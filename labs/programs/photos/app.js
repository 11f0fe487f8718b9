/**
 * Looks at photos, pixel by pixel, and says which is the lightest to the eye.
 *
 *   node app.js [photos]
 */
import {lightOf} from "./light.js";

const PIXELS = 20_000;

// #region photo
/** Mean light of a photo, and how many of its pixels are dark. */
function lookAt(photo) {
  let sum = 0;
  let dark = 0;
  for (let at = 0; at < photo.length; at += 3) {
    const red = lightOf(photo[at]);
    const green = lightOf(photo[at + 1]);
    const blue = lightOf(photo[at + 2]);
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    if (light < 0.1) dark++;
    sum += light;
  }
  return {mean: sum / (photo.length / 3), dark};
}
// #endregion

/** Stands for a file that somebody has sent. */
function photoNumber(number) {
  const photo = new Uint8Array(3 * PIXELS);
  let state = number + 1;
  for (let at = 0; at < photo.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    photo[at] = state >>> 24;
  }
  return photo;
}

const photos = Number(process.argv[2] ?? 200);
let lightest = {number: 0, mean: 0};
let dark = 0;
for (let number = 0; number < photos; number++) {
  const seen = lookAt(photoNumber(number));
  dark += seen.dark;
  if (seen.mean > lightest.mean) lightest = {number, mean: seen.mean};
}
console.log(`${photos} photos; number ${lightest.number} is the lightest; ${dark} pixels are dark`);
