import assert from "node:assert/strict";
import {test} from "node:test";
import {selfCheck} from "#lib/self-check.js";
import {syntheticForks} from "#lib/synthetic-run.js";
import type {Conditions} from "../machine.js";
import {type Examination, judgeMachine} from "./quality.js";

const fine: Examination = {
  conditions: {
    cores: {allowed: 8, quota: null},
    load: 0.3,
    pressure: 0,
    power: {source: "mains", saving: false, policy: "performance", turbo: true},
    virtual: null
  },
  capacity: 1.98,
  stolen: 0,
  timer: {stepNs: 30, costNs: 35},
  selfCheck: selfCheck(syntheticForks({times: {once: 2000, again: 2000, "two-per-cent-more": 2040}}))
};

const blind: Conditions = {
  cores: {allowed: 2, quota: null},
  load: null,
  pressure: null,
  power: {source: null, saving: null, policy: null, turbo: null},
  virtual: null
};

function gradeOf(topic: string, changed: Partial<Examination>): string | undefined {
  return judgeMachine({...fine, ...changed}).find((finding) => finding.topic === topic)?.grade;
}

function under(conditions: Partial<Conditions>): Partial<Examination> {
  return {conditions: {...fine.conditions, ...conditions}};
}

test("a quiet machine on mains is good in everything, and gets no advice", () => {
  for (const {topic, grade, advice} of judgeMachine(fine))
    assert.deepEqual([topic, grade, advice], [topic, "good", null]);
});

test("each thing that disturbs measuring is found and comes with advice", () => {
  const {power} = fine.conditions;
  const cases: [topic: string, grade: string, changed: Partial<Examination>][] = [
    ["cores", "poor", {capacity: 1.1}],
    ["cores", "fair", {capacity: 1.7}],
    ["cores", "poor", under({cores: {allowed: 8, quota: 0.5}})],
    ["cores", "fair", under({cores: {allowed: 1, quota: null}})],
    ["load", "poor", under({load: 9})],
    ["load", "fair", under({load: 5})],
    ["load", "poor", under({pressure: 60})],
    ["clock rate", "fair", under({power: {...power, policy: "powersave"}})],
    ["power", "poor", under({power: {...power, source: "battery"}})],
    ["power", "poor", under({power: {...power, saving: true}})],
    ["virtual", "fair", under({virtual: "docker"})],
    ["virtual", "poor", {stolen: 0.1}],
    ["timer", "poor", {timer: {stepNs: 1e6, costNs: 100}}],
    ["timer", "fair", {timer: {stepNs: 5000, costNs: 100}}],
    ["self-check", "poor", {selfCheck: "unfinished"}]
  ];
  for (const [topic, grade, changed] of cases) {
    const finding = judgeMachine({...fine, ...changed}).find((each) => each.topic === topic)!;
    assert.equal(finding.grade, grade, `${topic}: ${finding.fact}`);
    assert.ok(finding.advice, topic);
  }
});

test("what the system does not say is unknown, never good", () => {
  const unsaid = judgeMachine({conditions: blind, capacity: null, stolen: null, timer: null, selfCheck: null});
  const grades = Object.fromEntries(unsaid.map(({topic, grade}) => [topic, grade]));
  assert.deepEqual(grades, {
    cores: "good",
    load: "unknown",
    "clock rate": "unknown",
    power: "unknown",
    virtual: "good",
    timer: "unknown"
  });
});

test("a self-check that calls identical work different is poor", () => {
  const check = selfCheck(syntheticForks({times: {once: 2000, again: 2100, "two-per-cent-more": 2040}}));
  assert.equal(gradeOf("self-check", {selfCheck: check}), "poor");
});
