import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {openSync} from "fontkit";
import {ARIAL, COURIER, fallbackFaces} from "../scripts/site/fallback-face.js";

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

process.stdout.write(face("Inter Variable", INTER));
process.stdout.write(fallbackFaces("Inter fallback", openSync(INTER), ARIAL));
process.stdout.write(face("JetBrains Mono Variable", JETBRAINS_MONO));
process.stdout.write(fallbackFaces("JetBrains Mono fallback", openSync(JETBRAINS_MONO), COURIER));
