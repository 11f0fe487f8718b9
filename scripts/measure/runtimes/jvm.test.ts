import assert from "node:assert/strict";
import "../../temporary-data.js";
import {chmod, mkdir, mkdtemp, readdir, readFile, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {ReaderError} from "../../errors.js";
import {DATA, labFile} from "../../store.js";
import {TEMPORARY} from "../../temporary-data.js";
import {javas} from "./jvm/ask-probe.js";
import {homeOf, javaHomes} from "./jvm/homes.js";
import {hasVectorApi, identifyHome} from "./jvm/identify.js";
import {jvm} from "./jvm.js";

const {handles, skip} = await javas();
const posix = {skip: process.platform === "win32" && "needs a program that is a shell script"};

const DEBIAN = `IMPLEMENTOR="Debian"
JAVA_RUNTIME_VERSION="17.0.15+6-Debian-1deb12u1"
JAVA_VERSION="17.0.15"
MODULES="java.base jdk.compiler jdk.incubator.vector java.xml"
OS_ARCH="x86_64"
`;

/** A folder that looks like a Java. */
async function fakeHome(release: string | null, java = ""): Promise<string> {
  const home = await mkdtemp(join(TEMPORARY, "home-"));
  await mkdir(join(home, "bin"));
  await writeFile(join(home, "bin/java"), java);
  await chmod(join(home, "bin/java"), 0o755);
  if (release !== null) await writeFile(join(home, "release"), release);
  return home;
}

const script = (lines: string) => `#!/bin/sh\n${lines}\n`;

test("a Java is known by its release file alone", async () => {
  const home = await fakeHome(DEBIAN);
  const flags = ["-Xms256m", "-XX:+AlwaysPreTouch", "--add-modules=jdk.incubator.vector"];
  const executable = join(home, "bin/java");
  const engine = "OpenJDK 64-Bit Server VM 17.0.15+6";
  const expected = {name: "jvm", version: "17.0.15", engine, flags, executable, args: flags};
  assert.deepEqual(await identifyHome(home, 1), expected);
});

test("without the Vector API no module is asked for", async () => {
  const home = await fakeHome(DEBIAN.replace("jdk.incubator.vector ", ""));
  assert.deepEqual((await identifyHome(home, 1))?.flags, ["-Xms256m", "-XX:+AlwaysPreTouch"]);
});

test("a Java that is too old, and what is none, are left out", async () => {
  const old = DEBIAN.replaceAll("17.0.15", "11.0.2");
  const releases = [old, old.replaceAll("11.0.2", "1.8.0_392"), "", "\0\0\0", "JAVA_VERSION=17", "x".repeat(1e6)];
  for (const release of releases)
    assert.equal(await identifyHome(await fakeHome(release), 500), null, release.slice(0, 80));
  assert.equal(await identifyHome(TEMPORARY, 500), null);
});

test("Oracle's Java and GraalVM are asked for the name of their machine", posix, async () => {
  const says = script(`cat >&2 <<'END'
Property settings:
    java.version = 25.0.1
    java.vm.name = Java HotSpot(TM) 64-Bit Server VM
    java.vm.version = 25.0.1+8-LTS-jvmci-b01
END`);
  for (const release of [DEBIAN.replace("Debian", "Oracle Corporation"), `${DEBIAN}GRAALVM_VERSION="25.0.1"\n`, null]) {
    const handle = await identifyHome(await fakeHome(release, says), 5000);
    assert.equal(handle?.engine, "Java HotSpot(TM) 64-Bit Server VM 25.0.1+8");
    assert.equal(handle?.version, "25.0.1");
  }
});

test("a Java that hangs, fails or prints without end is left out", posix, async () => {
  for (const lines of ["exec sleep 30", "exit 3", "yes >&2", "kill -9 $$"]) {
    assert.equal(await identifyHome(await fakeHome(null, script(lines)), 300), null, lines);
  }
});

test("homes are found by JAVA_HOME, by links on PATH and in the folders of SDKMAN, each once", posix, async () => {
  const [named, linked, kept] = [
    await fakeHome(DEBIAN),
    await fakeHome(DEBIAN),
    await mkdtemp(join(TEMPORARY, "sdk-"))
  ];
  const bin = await mkdtemp(join(TEMPORARY, "bin-"));
  await symlink(join(linked, "bin/java"), join(bin, "link"));
  await symlink(join(bin, "link"), join(bin, "java"));
  await mkdir(join(kept, "candidates/java"), {recursive: true});
  for (const name of ["17.0.15-tem", "current"]) await symlink(named, join(kept, "candidates/java", name));
  const before = {...process.env};
  Object.assign(process.env, {JAVA_HOME: named, PATH: `/nowhere:${bin}`, SDKMAN_DIR: kept});
  try {
    const ours = (await javaHomes()).filter((home) => home.startsWith(TEMPORARY));
    assert.deepEqual(ours.sort(), [named, linked].sort());
    assert.equal(await homeOf("java"), linked);
    assert.equal(await homeOf(join(named, "bin/java")), named);
    assert.equal(await homeOf("no-such-java"), null);
  } finally {
    process.env = before;
  }
});

test("each version is found once, oldest first, and is known again by its program", {skip}, async () => {
  const versions = handles.map(({version}) => version);
  assert.equal(new Set(versions).size, versions.length);
  assert.deepEqual(
    versions,
    [...versions].sort((a, b) => a.localeCompare(b, "en", {numeric: true}))
  );
  for (const handle of handles) {
    assert.deepEqual(await jvm.identify(handle.executable), handle);
    assert.match(handle.engine, /VM \d+/);
  }
});

test("a program that is no Java is not taken for one", async () => {
  assert.equal(await jvm.identify(process.execPath), null);
  assert.equal(await jvm.identify(join(TEMPORARY, "absent")), null);
});

test("a lab without a twin is null, and so is its hash", {skip}, async () => {
  const source = join(TEMPORARY, "nothing/lab.ts");
  assert.equal(await jvm.hash(source), null);
  assert.equal(await jvm.compile(source, handles[0]!), null);
});

test("the hash is told without Java, and is that of what is compiled", {skip}, async () => {
  const {hash, source, name} = (await jvm.compile(labFile("baseline"), handles[0]!))!;
  assert.equal(await jvm.hash(labFile("baseline")), hash);
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.equal(name, "baseline");
  assert.ok(source.endsWith("Lab.java"));
});

test("two that compile at once get the same classes, and leave nothing else", {skip}, async () => {
  const folder = await twinOf("class Lab { /* at once */ }");
  const both = await Promise.all([1, 2, 3].map(() => jvm.compile(join(folder, "lab.ts"), handles[0]!)));
  assert.equal(new Set(both.map((lab) => lab!.path)).size, 1);
  assert.deepEqual(await readdir(both[0]!.path), ["Lab.class"]);
  const left = (await readdir(join(DATA, "local/compiled"))).filter((name) => /\.[A-Za-z0-9]{6}$/.test(name));
  assert.deepEqual(left, []);
});

test("a mistake is named by file and line, and no folder is left", {skip}, async () => {
  const folder = await twinOf("class Lab {\n  int x = 1\n}");
  const before = await readdir(join(DATA, "local/compiled"));
  await assert.rejects(jvm.compile(join(folder, "lab.ts"), handles[0]!), (error: Error) => {
    assert.ok(error instanceof ReaderError);
    assert.match(error.message, /Lab\.java:2: ';' expected$/);
    return true;
  });
  assert.deepEqual(await readdir(join(DATA, "local/compiled")), before);
});

test("what needs the Vector API is left out where Java lacks it", {skip}, async () => {
  const folder = await twinOf("class Lab { /* plain */ }");
  await writeFile(join(folder, "Vectors.java"), "import jdk.incubator.vector.DoubleVector;\nclass Vectors {}");
  const handle = handles.at(-1)!;
  const classes = async (flags: string[]) =>
    readdir((await jvm.compile(join(folder, "lab.ts"), {...handle, flags, args: flags}))!.path);
  assert.deepEqual(await classes([]), ["Lab.class"]);
  if (hasVectorApi(handle)) assert.deepEqual(await classes([...handle.flags]), ["Lab.class", "Vectors.class"]);
});

test("a Java without its compiler says what it is and how to get one", {skip}, async () => {
  const home = await fakeHome(DEBIAN);
  const handle = (await identifyHome(home, 500))!;
  const folder = await twinOf("class Lab { /* without a compiler */ }");
  await assert.rejects(jvm.compile(join(folder, "lab.ts"), handle), (error: Error) => {
    assert.ok(error instanceof ReaderError);
    assert.match(
      error.message,
      /bin\/java: Java 17\.0\.15 has no compiler \(javac\): it is a runtime alone, not a JDK$/
    );
    assert.match(error.hint.join("\n"), /openjdk-17-jdk/);
    return true;
  });
});

test("the child is a file of arguments that quotes its path", {skip}, async () => {
  const child = await jvm.child(handles[0]!);
  assert.match(child, /^@/);
  assert.match(await readFile(child.slice(1), "utf8"), /^-cp ".*harness-jvm\d+-[0-9a-f]{12}"\nhotpath\.Main\n$/);
});

/** A folder with this twin. */
async function twinOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(TEMPORARY, "twin-"));
  await writeFile(join(folder, "Lab.java"), text);
  return folder;
}
