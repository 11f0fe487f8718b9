import {weightText} from "#lib/profile/frame-text.js";
import {sumOf} from "#lib/profile/profile.js";
import {formatQuantity} from "#lib/units.js";
import type {ConvertFlags} from "../../commands/profile/convert.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import {formatToWrite} from "../formats/formats.js";
import {readProfile} from "../formats/read-profile.js";
import {refuseOverwrite, writeProfile} from "../formats/write-profile.js";
import {withSources} from "../with-sources.js";

/** `lab profile convert`. @param base the folder that places in pictures are told from */
export async function convertCommand(from: string, to: string, flags: ConvertFlags, base: string): Promise<void> {
  const {name} = formatToWrite(to, flags.to);
  refuseOverwrite(to, flags.force === true);
  const read = await readProfile(from, flags.from);
  const profile = flags.sourceMaps === true ? await withSources(read) : read;
  const {interval, weights, idle, root} = flags;
  const options = {
    base,
    rootAt: root,
    ...(interval !== undefined && {intervalUs: interval * 1e6}),
    ...(weights && {weights}),
    ...(idle && {idle})
  };
  await writeProfile(to, profile, options, flags.to);
  const {weight, samples} = sumOf(profile);
  if (flags.json === true) {
    const {unit, notes} = profile;
    terminal.printJson({from, to, format: name, unit, weight, samples, notes});
    return;
  }
  const counted =
    profile.unit === "samples" || samples === 0 ? "" : `${formatQuantity(Math.round(samples), "sample")}, `;
  for (const note of profile.notes) terminal.tell(`! ${printableLine(note)}`);
  terminal.tell(printableLine(`${to}: ${name}, ${counted}${weightText(weight, profile.unit)}`));
}
