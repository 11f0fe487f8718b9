import assert from "node:assert/strict";
import {test} from "node:test";
import * as v from "valibot";
import {describeValue, RemoteValue} from "./describe-value.js";

const describe = (value: object) => describeValue(v.parse(RemoteValue, value));

test("values are told as JavaScript would write them", () => {
  assert.equal(describe({type: "undefined"}), "undefined");
  assert.equal(describe({type: "object", subtype: "null", value: null}), "null");
  assert.equal(describe({type: "number", value: 42, description: "42"}), "42");
  assert.equal(describe({type: "number", unserializableValue: "-0", description: "-0"}), "-0");
  assert.equal(describe({type: "bigint", unserializableValue: "9n", description: "9n"}), "9n");
  assert.equal(describe({type: "boolean", value: false}), "false");
  assert.equal(describe({type: "string", value: 'a "b"'}), '"a \\"b\\""');
  assert.equal(describe({type: "function", description: "async function load(url) {…}"}), "function load");
  assert.equal(describe({type: "function", description: "(a) => a"}), "function");
});

test("objects are told with what the preview holds, and getters are named, not run", () => {
  const properties = [
    {name: "name", type: "string", value: "Ada"},
    {name: "age", type: "accessor"}
  ];
  const user = {type: "object", description: "User", preview: {overflow: true, properties}};
  assert.equal(describe(user), 'User {name: "Ada", age: (getter), …}');
  const list = {overflow: false, properties: [{name: "0", type: "number", value: "1"}]};
  assert.equal(describe({type: "object", subtype: "array", description: "Array(1)", preview: list}), "Array(1) [1]");
});

test("a long text is cut, and only the first line is shown", () => {
  const text = describe({type: "string", value: `${"x".repeat(500)}\nsecret`});
  assert.ok(text.length < 70 && text.endsWith('…"'));
  assert.equal(describe({type: "string", value: "one\ntwo"}), '"one…"');
});
