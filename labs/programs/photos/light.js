/**
 * Light. A screen is given the strength of a colour, on a scale that fits the eye. How much light that makes, an
 * instrument has measured at some strengths.
 */

const STEP = 5;
/** As the instrument wrote it down, from dark to light. */
const CURVE = Array.from({length: 52}, (_, point) => ({strength: STEP * point, light: (point / 51) ** 2.2}));

// #region light
/**
 * The light of one colour of a pixel, from 0 to 1: that of
 * the first strength in the curve that is not below its
 * own, which is from 0 to 255.
 */
export function lightOf(strength) {
  let point = 0;
  while (CURVE[point].strength < strength) point++;
  return CURVE[point].light;
}
// #endregion
