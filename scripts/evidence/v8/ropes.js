import {getHeapSnapshot} from "node:v8";

const held = {text: undefined};

/** How many pairs of texts a text is made of: those in the heap while it is held, less those when it is gone. */
export async function ropesOf(make) {
  held.text = make();
  const during = await pairs();
  held.text = undefined;
  return Math.max(0, during - (await pairs()));
}

async function pairs() {
  const chunks = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(chunk);
  const {snapshot, nodes} = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const {node_fields: fields, node_types: types} = snapshot.meta;
  const at = fields.indexOf("type");
  const pair = types[at].indexOf("concatenated string");
  let count = 0;
  for (let node = at; node < nodes.length; node += fields.length) if (nodes[node] === pair) count++;
  return count;
}
