import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const {resolve} = createRequire(import.meta.url);

function face(family: string, file: string): string {
  const font = readFileSync(resolve(`@fontsource-variable/${file}.woff2`)).toString("base64");
  return `@font-face{font-family:"${family}";font-weight:100 900;font-display:block;src:url(data:font/woff2;base64,${font}) format("woff2")}\n`;
}

process.stdout.write(face("Inter Variable", "inter/files/inter-latin-wght-normal"));
process.stdout.write(face("JetBrains Mono Variable", "jetbrains-mono/files/jetbrains-mono-latin-wght-normal"));
