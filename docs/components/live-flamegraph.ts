import {compareProfiles} from "../lib/profile/compare-profiles.js";
import {type FlameModel, modelOfChange, modelOfProfile} from "../lib/profile/flame-model.js";
import type {Profile} from "../lib/profile/profile.js";
import {Flamegraph} from "./flamegraph.js";
import {readProfile} from "./profile-reader.js";

/** Fetches what a figure of the page was drawn from, and makes it work. @returns whether it does now */
export async function makeFlamegraph(figure: HTMLElement): Promise<boolean> {
  try {
    new Flamegraph(figure, await modelOf(figure));
    return true;
  } catch (error) {
    const why = (error as Error).message;
    figure.querySelector(".flame-status")!.textContent = `This stays a picture, with a table below it: ${why}`;
    return false;
  }
}

async function modelOf(figure: HTMLElement): Promise<FlameModel> {
  const {profile, before} = figure.dataset;
  const width = figure.querySelector("svg")!.viewBox.baseVal.width;
  const after = await fetched(profile!);
  if (before === undefined) return modelOfProfile(after, {width});
  const first = await fetched(before);
  return modelOfChange(compareProfiles(first, after), [first.title, after.title], width);
}

async function fetched(address: string): Promise<Profile> {
  const name = address.split("/").slice(-2).join("/");
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${name} is not there: load the page again`);
  return readProfile(await response.blob(), name);
}
