import {compareProfiles} from "../lib/profile/compare-profiles.js";
import {type FlameModel, modelOfChange, modelOfProfile} from "../lib/profile/flame-model.js";
import {startDropZone} from "./drop-zone.js";
import {Flamegraph} from "./flamegraph.js";
import {readProfile} from "./profile-reader.js";

/** The narrowest picture; it scrolls where the page is narrower. */
const LEAST_WIDTH = 672;

/** Lets the reader look at profiles of their own: one as it is, two as what changed between them. */
export function startYourProfiles(form: HTMLFormElement): void {
  const place = document.querySelector<HTMLElement>(".your-profiles")!;
  const empty = place.querySelector<HTMLTemplateElement>("template")!;
  const say = (text: string) => {
    form.querySelector(".drop-status")!.textContent = text;
  };
  let last = Promise.resolve();
  const show = async (files: readonly File[]) => {
    say(`Reading ${files.map(({name}) => name).join(" and ")} …`);
    place.querySelector("figure")?.remove();
    try {
      const model = await modelOf(files, Math.max(LEAST_WIDTH, place.clientWidth));
      place.append(empty.content.cloneNode(true));
      showModel(place.querySelector("figure")!, model, files);
      say(`${model.title} is below.`);
    } catch (error) {
      say((error as Error).message);
    }
  };
  startDropZone(form, (files) => {
    last = last.then(() => show(files));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

async function modelOf(files: readonly File[], width: number): Promise<FlameModel> {
  const [first, second, third] = [...files].sort((a, b) => a.name.localeCompare(b.name, "en"));
  if (first === undefined || third !== undefined) throw new Error(`Expected one or two files, got ${files.length}.`);
  const profile = await readProfile(first, first.name);
  if (second === undefined) return modelOfProfile(profile, {width});
  const after = await readProfile(second, second.name);
  return modelOfChange(compareProfiles(profile, after), [first.name, second.name], width);
}

function showModel(figure: HTMLElement, model: FlameModel, files: readonly File[]): void {
  new Flamegraph(figure, model);
  const link = figure.querySelector<HTMLAnchorElement>(".flame-tools a")!;
  if (model.profile === null) {
    link.remove();
    figure.querySelector(".flame-neighbours")!.remove();
    return;
  }
  const [address] = link.href.split("#");
  const [file] = files;
  link.href = `${address}#profileURL=${encodeURIComponent(URL.createObjectURL(file!))}&title=${encodeURIComponent(file!.name)}`;
}
