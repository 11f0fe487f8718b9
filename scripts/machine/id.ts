/** The facts that name a machine. */
export interface Identity {
  readonly platform: string;
  readonly arch: string;
  readonly cpu: string;
  readonly cores: number;
}

/** Words of a processor's brand string that tell machines apart no better than the rest does. */
const noise =
  /\b(?:intel|amd|\d+(?:st|nd|rd|th) gen|\d+-core|\w+-core|cpu|processor|with (?:radeon|amd).*|eng sample:?)(?!\w)/g;

/**
 * A short name for folders and pages: `linux-x64-xeon-platinum-8370c-2core`. The same facts give the same
 * name. The clock rate is kept only where the brand has no model number.
 */
export function machineId({platform, arch, cpu, cores}: Identity): string {
  const system = platform === "darwin" ? "macos" : platform === "win32" ? "windows" : platform;
  return [system, arch, processorSlug(cpu), `${cores}core`].filter((part) => part !== "").join("-");
}

function processorSlug(cpu: string): string {
  const plain = cpu.toLowerCase().replace(/\((?:r|tm|c)\)|[®™]/g, " ");
  const [model = "", rate = ""] = plain.split("@");
  const words = slug(model.replace(noise, " "));
  return /\d/.test(words) ? words : slug(`${words} ${rate}`);
}

function slug(text: string): string {
  return text
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
}
