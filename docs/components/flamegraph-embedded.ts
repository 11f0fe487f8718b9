import {modelOfProfile} from "../lib/profile/flame-model.js";
import {unpackProfile} from "../lib/profile/packed-profile.js";
import {Flamegraph} from "./flamegraph.js";

/** Makes the flame graphs of a page that brings their profiles along work: of a file that was exported. */
export function startEmbeddedFlamegraphs(): void {
  for (const figure of document.querySelectorAll<HTMLElement>("figure.flame-figure")) {
    const json = figure.querySelector('script[type="application/json"]')?.textContent;
    if (json == null) continue;
    const profile = unpackProfile(JSON.parse(json), "the profile of this page");
    new Flamegraph(figure, modelOfProfile(profile, {idle: true}));
  }
}
