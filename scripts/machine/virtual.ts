import {outputOf, readText} from "./probe.js";

/** The hypervisor and the container that were seen: "docker in a kvm virtual machine"; null if none was. */
export async function readVirtual(platform: NodeJS.Platform): Promise<string | null> {
  if (platform === "darwin") {
    return (await outputOf("sysctl", ["-n", "kern.hv_vmm_present"])) === "1" ? "virtual machine" : null;
  }
  if (platform !== "linux") return null;
  const [container, hypervisor] = await Promise.all([readContainer(), readHypervisor()]);
  if (container === null) return hypervisor;
  return hypervisor === null ? container : `${container} in a ${hypervisor}`;
}

async function readContainer(): Promise<string | null> {
  const named = await outputOf("systemd-detect-virt", ["--container"]);
  if (named !== undefined && named !== "none") return named;
  const [docker, podman, groups] = await Promise.all([
    readText("/.dockerenv"),
    readText("/run/.containerenv"),
    readText("/proc/1/cgroup")
  ]);
  if (docker !== undefined) return "docker";
  if (podman !== undefined) return "podman";
  return /kubepods|docker|containerd|lxc/.exec(groups ?? "")?.[0] ?? null;
}

async function readHypervisor(): Promise<string | null> {
  const named = await outputOf("systemd-detect-virt", ["--vm"]);
  if (named !== undefined && named !== "none") return `${named} virtual machine`;
  const [version, cpuinfo] = await Promise.all([readText("/proc/version"), readText("/proc/cpuinfo")]);
  if (/microsoft/i.test(version ?? "")) return "wsl virtual machine";
  return /^flags\s*:.*\bhypervisor\b/m.test(cpuinfo ?? "") ? "virtual machine" : null;
}
