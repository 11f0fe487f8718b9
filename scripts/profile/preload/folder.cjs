"use strict";

const {existsSync, renameSync, rmSync, writeFileSync} = require("node:fs");
const {join} = require("node:path");
const {threadId} = require("node:worker_threads");

const folder = process.env.HOTPATH_RECORDING;

/** The file of a thread of this process in the folder of the recording. */
function place(kind, id = threadId) {
  return join(folder, `${process.pid}-${id}.${kind}.json`);
}

/** A file is there whole or not at all. */
function leave(kind, value) {
  const file = place(kind);
  writeFileSync(`${file}.part`, JSON.stringify(value));
  renameSync(`${file}.part`, file);
}

function takeBack(kind) {
  rmSync(place(kind), {force: true});
}

function isThere(kind, id) {
  return existsSync(place(kind, id));
}

/** What fails here is noted in the folder and goes no further. */
function carefully(work) {
  try {
    work();
  } catch (error) {
    try {
      leave("failure", {error: String(error?.stack ?? error)});
    } catch {
      // The folder is gone or full: the recording says that this thread is missing.
    }
  }
}

module.exports = {folder, leave, takeBack, isThere, carefully};
