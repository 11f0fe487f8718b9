import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {openSync} from "fontkit";
import {fallbackFaces} from "../scripts/site/fallback-face.js";
import {ARIAL, COURIER, DEJAVU, ROBOTO} from "../scripts/site/system-fonts.js";

const {resolve} = createRequire(import.meta.url);

const INTER = fileOf("inter/files/inter-latin-wght-normal");
const JETBRAINS_MONO = fileOf("jetbrains-mono/files/jetbrains-mono-latin-wght-normal");

function fileOf(name: string): string {
  return resolve(`@fontsource-variable/${name}.woff2`);
}

function face(family: string, file: string): string {
  const font = readFileSync(file).toString("base64");
  return `@font-face{font-family:"${family}";font-weight:100 900;font-display:block;src:url(data:font/woff2;base64,${font}) format("woff2")}\n`;
}

/** Weight 650 against 400, as Chromium lays prose out. */
const INTER_FACE = {font: openSync(INTER), bolder: 1.021};
const JETBRAINS_MONO_FACE = {font: openSync(JETBRAINS_MONO), bolder: 1};

process.stdout.write(
  [
    face("Inter Variable", INTER),
    fallbackFaces("Inter as Arial", INTER_FACE, ARIAL),
    fallbackFaces("Inter as Roboto", INTER_FACE, ROBOTO),
    fallbackFaces("Inter as DejaVu", INTER_FACE, DEJAVU),
    face("JetBrains Mono Variable", JETBRAINS_MONO),
    fallbackFaces("JetBrains Mono as Courier", JETBRAINS_MONO_FACE, COURIER)
  ].join("")
);
