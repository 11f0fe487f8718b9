import {outputOf, readNames, readText} from "./probe.js";

/** What decides the clock rate of the processor; null where the system does not say. */
export interface Power {
  readonly source: "mains" | "battery" | null;
  /** Whether the system saves power on purpose. */
  readonly saving: boolean | null;
  /** The frequency policy: `performance`, `powersave`, `schedutil`; on Windows the power scheme. */
  readonly policy: string | null;
  /** Whether the clock may rise above its nominal rate. */
  readonly turbo: boolean | null;
}

const unknown: Power = {source: null, saving: null, policy: null, turbo: null};

/** Reads what the system says about power and clock, without privileges. */
export async function readPower(platform: NodeJS.Platform): Promise<Power> {
  if (platform === "linux") return readLinux();
  if (platform === "darwin") return readDarwin();
  if (platform === "win32") return readWindows();
  return unknown;
}

async function readLinux(): Promise<Power> {
  const cpu = "/sys/devices/system/cpu";
  const [governor, noTurbo, boost, profile, source] = await Promise.all([
    readText(`${cpu}/cpu0/cpufreq/scaling_governor`),
    readText(`${cpu}/intel_pstate/no_turbo`),
    readText(`${cpu}/cpufreq/boost`),
    readText("/sys/firmware/acpi/platform_profile"),
    readSupplies("/sys/class/power_supply")
  ]);
  const turbo = noTurbo === undefined ? (boost === undefined ? null : boost === "1") : noTurbo === "0";
  const saving = profile === undefined ? null : profile === "low-power";
  return {source, saving, policy: governor ?? null, turbo};
}

async function readSupplies(folder: string): Promise<Power["source"]> {
  const supplies = await Promise.all(
    (await readNames(folder)).map(async (name) => {
      const files = ["type", "online", "status", "scope"].map((file) => readText(`${folder}/${name}/${file}`));
      const [type, online, status, scope] = await Promise.all(files);
      return {type, online, status, scope};
    })
  );
  const own = supplies.filter(({scope}) => scope !== "Device");
  if (own.some(({type, online}) => type !== "Battery" && online === "1")) return "mains";
  if (own.some(({type, status}) => type === "Battery" && status === "Discharging")) return "battery";
  return own.some(({type}) => type === "Battery") ? "mains" : null;
}

async function readDarwin(): Promise<Power> {
  const [battery, settings] = await Promise.all([outputOf("pmset", ["-g", "batt"]), outputOf("pmset", ["-g"])]);
  return parsePmset(battery ?? "", settings ?? "");
}

/**
 * @param battery output of `pmset -g batt`
 * @param settings output of `pmset -g`
 */
export function parsePmset(battery: string, settings: string): Power {
  const drawing = /Now drawing from '(AC|Battery) Power'/.exec(battery)?.[1];
  const saving = /^\s*(?:lowpowermode|powermode)\s+(\d)/m.exec(settings)?.[1];
  return {
    ...unknown,
    source: drawing === undefined ? null : drawing === "AC" ? "mains" : "battery",
    saving: saving === undefined ? null : saving === "1"
  };
}

async function readWindows(): Promise<Power> {
  const scheme = await outputOf("powercfg", ["/getactivescheme"]);
  return {...unknown, policy: /\((.+)\)\s*$/.exec(scheme ?? "")?.[1] ?? null};
}
