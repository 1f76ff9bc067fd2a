// node flextree.cjs MODULES SEATS.json RUNS -> the CPU milliseconds of d3-flextree, hierarchy and layout, when warm.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [modules, path, runs] = process.argv.slice(2);
const { flextree } = createRequire(`${modules}/`)("d3-flextree");
const seats = JSON.parse(readFileSync(path, "utf8"));
const WARM_UPS = 20;

function arranged() {
  const nodes = new Map(seats.map(seat => [seat.id, { seat, children: [] }]));
  let root = null;
  for (const seat of seats) {
    if (seat.parentId) nodes.get(seat.parentId).children.push(nodes.get(seat.id));
    else root = nodes.get(seat.id);
  }
  const layout = flextree({ nodeSize: node => [node.data.seat.width + 12, node.data.seat.height + 40] });
  layout(layout.hierarchy(root, node => node.children));
}

const times = [];
for (let run = 0; run < WARM_UPS + Number(runs); run += 1) {
  const start = process.cpuUsage();
  arranged();
  const { user, system } = process.cpuUsage(start);
  if (run >= WARM_UPS) times.push((user + system) / 1000);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ layout: times[times.length >> 1] }));
