"use strict";

const {findSourceMap} = require("node:module");

/** The code that V8 ran, by address; null where there were several of one address. */
function textsOf(profile, session) {
  const scripts = new Map();
  const texts = {};
  session.on("Debugger.scriptParsed", ({params}) => scripts.set(params.scriptId, params.url));
  session.post("Debugger.enable");
  const urls = urlsOf(profile);
  for (const [scriptId, url] of [...scripts].filter(([, url]) => url !== "" && urls.has(url))) {
    session.post("Debugger.getScriptSource", {scriptId}, (error, answer) => {
      if (!error) texts[url] = (texts[url] ?? answer.scriptSource) === answer.scriptSource ? answer.scriptSource : null;
    });
  }
  session.post("Debugger.disable");
  return texts;
}

/** The source maps that loaders such as tsx gave to Node: nothing on the disk has them. */
function mapsOf(profile, known = new Set()) {
  const maps = {};
  for (const url of urlsOf(profile)) {
    if (known.has(url) || !/^(file:|\/)/.test(url) || url.includes("/node_modules/")) continue;
    known.add(url);
    const payload = findSourceMap(url)?.payload;
    if (payload) maps[url] = {version: 3, sources: payload.sources, names: payload.names, mappings: payload.mappings};
  }
  return maps;
}

/** Where the code of a profile is. Processor time comes as a list of nodes, allocations as a tree, counts by script. */
function urlsOf(profile) {
  const {nodes, head} = profile;
  const urls = new Set(
    Array.isArray(profile) ? profile.map(({url}) => url) : nodes?.map(({callFrame}) => callFrame.url)
  );
  const pending = head === undefined ? [] : [head];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    urls.add(node.callFrame.url);
    pending.push(...node.children);
  }
  return urls;
}

module.exports = {textsOf, mapsOf};
