"use strict";

const {Session} = require("node:inspector");
const {mapsOf, textsOf} = require("./code.cjs");
const {leave} = require("./folder.cjs");

/** Samples a thread from its beginning to its end, and leaves one profile. */
exports.whole = ({start, beforeStop = [], stop, texts}) => {
  const session = new Session();
  session.connect();
  for (const [method, params] of start) session.post(method, params);
  return {
    done: "profile",
    finish() {
      for (const [method, params] of beforeStop) session.post(method, params);
      session.post(stop, (error, answer) => {
        if (error) throw error;
        const profile = answer.profile ?? answer.result;
        leave("profile", {profile, maps: mapsOf(profile), ...(texts && {texts: textsOf(profile, session)})});
      });
    }
  };
};
