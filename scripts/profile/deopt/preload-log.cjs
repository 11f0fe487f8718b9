"use strict";

/*
 * Loaded by --require into every Node process and worker of a program that `lab profile deopt` runs. It notes that the
 * thread began, and gives V8's flags for the log to children that are started by the path of Node itself: those that
 * are started by name find them in PATH. It has to run on any Node, and the program must not notice it.
 */

const childProcess = require("node:child_process");
const {renameSync, writeFileSync} = require("node:fs");
const {syncBuiltinESMExports} = require("node:module");
const {join} = require("node:path");
const {threadId} = require("node:worker_threads");

const folder = process.env.HOTPATH_LOG_FOLDER;
const KEY = Symbol.for("hotpath.log");

if (folder !== undefined && globalThis[KEY] === undefined) {
  Object.defineProperty(globalThis, KEY, {value: true});
  try {
    begin();
  } catch {
    // The folder is gone or full: the report has one thread less.
  }
}

function begin() {
  const flags = JSON.parse(process.env.HOTPATH_LOG_FLAGS);
  const logged = process.execArgv.includes(flags[0]);
  const {pid, ppid: parent, argv: command, versions} = process;
  const text = JSON.stringify({pid, parent, thread: threadId, command, node: versions.node, at: Date.now(), logged});
  const file = join(folder, `${pid}-${threadId}.begin.json`);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  const withFlags = (args) => (args.includes(flags[0]) ? args : [...flags, ...args]);
  passOn(withFlags);
}

function passOn(withFlags) {
  const {spawn} = childProcess.ChildProcess.prototype;
  childProcess.ChildProcess.prototype.spawn = function (options) {
    if (options?.file === process.execPath && Array.isArray(options.args)) {
      const [name, ...args] = options.args;
      options.args = [name, ...withFlags(args)];
    }
    return spawn.call(this, options);
  };
  for (const method of ["spawnSync", "execFileSync"]) {
    const original = childProcess[method];
    childProcess[method] = function (file, args, ...rest) {
      const ours = file === process.execPath && Array.isArray(args);
      return original.call(this, file, ours ? withFlags(args) : args, ...rest);
    };
  }
  syncBuiltinESMExports();
}
