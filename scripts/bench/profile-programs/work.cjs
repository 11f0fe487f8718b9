"use strict";

/*
 * A fixed amount of work of several kinds: parsing, grouping, sorting, and calls. It writes the processor time that the
 * work took into the file that HOTPATH_BENCH_OUT names, so that starting the process and writing a profile are left out.
 */

const {writeFileSync} = require("node:fs");

const lines = Array.from({length: 4000}, (_, i) => `${i},${i % 97},item ${(i * 7919) % 4001},${(i % 13) / 8}`);

function parse(line) {
  const [id, group, name, price] = line.split(",");
  return {id: Number(id), group: Number(group), name, price: Number(price)};
}

function groupBy(items) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(item.group) ?? {count: 0, price: 0};
    group.count++;
    group.price += item.price;
    groups.set(item.group, group);
  }
  return groups;
}

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function round() {
  const items = lines.map(parse);
  const sorted = [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
  return groupBy(items).size + sorted.length + fib(22) + JSON.stringify(sorted.slice(0, 1000)).length;
}

let sum = 0;
const before = process.cpuUsage();
for (let i = 0; i < 120; i++) sum += round();
const {user, system} = process.cpuUsage(before);
writeFileSync(process.env.HOTPATH_BENCH_OUT, JSON.stringify({cpuUs: user + system, sum}));
