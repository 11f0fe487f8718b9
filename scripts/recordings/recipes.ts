import type {Recipe} from "./recipe.js";

const ORDERS = "labs/programs/orders";
const PAGES = "labs/programs/pages";
const PHOTOS = "labs/programs/photos";

const cpu = (program: string, runtime: Recipe["runtime"], ...words: readonly string[]): Recipe => ({
  program,
  file: `${runtime.replace("@", "-")}.cpuprofile`,
  of: "app.js",
  runtime,
  command: ["npx", "lab", "profile", "run", "-o", "{out}", "--", "node", `labs/programs/${program}/app.js`, ...words]
});

const heap = (file: string, ...flags: readonly string[]): Recipe => ({
  program: "pages",
  file,
  of: "app.js",
  runtime: "node@26",
  command: [
    ...["npx", "lab", "profile", "heap", "run", "--no-inlining", "--interval", "128KiB", ...flags],
    ...["-o", "{out}", "--", "node", `${PAGES}/app.js`]
  ]
});

const lines = (runtime: Recipe["runtime"], ...flags: readonly string[]): Recipe => ({
  program: "photos",
  file: `${["lines", runtime.replace("@", "-"), ...flags.map((flag) => flag.replace("--", ""))].join("-")}.json`,
  of: "app.js",
  runtime,
  command: [
    ...["npx", "lab", "profile", "lines", ...flags, "--no-output"],
    ...["-o", "{out}", "--", "node", `${PHOTOS}/app.js`]
  ]
});

const compiled = (program: string) => ["javac", "-d", "{temporary}", `labs/programs/${program}/App.java`];

/** async-profiler is there from the first line of the program to its last. */
const asyncProfiled = (options: string, amount: string): readonly string[] => [
  ...["java", `-agentpath:{asyncProfiler}/lib/libasyncProfiler.so=start,event=cpu,alluser,interval=2ms,${options}`],
  ...["-cp", "{temporary}", "App", amount]
];

const flightRecorded = ({
  program,
  file,
  view,
  amount
}: Record<"program" | "file" | "view" | "amount", string>): Recipe => ({
  program,
  file,
  of: "App.java",
  runtime: "jvm",
  before: [
    compiled(program),
    [
      ...["java", "-XX:StartFlightRecording:settings=profile,filename={temporary}.jfr"],
      ...["-cp", "{temporary}", "App", amount]
    ]
  ],
  command: ["jfr", "view", "--width", "100", view, "{temporary}.jfr"],
  lines: 20
});

const memray = (file: string, lines: number, ...command: readonly string[]): Recipe => ({
  program: "pages",
  file,
  of: "app.py",
  runtime: "python",
  before: [["python3", "-m", "memray", "run", "-o", "{temporary}.bin", `${PAGES}/app.py`]],
  command: ["python3", "-m", "memray", ...command, "{temporary}.bin"],
  lines
});

/** Every committed recording. `npm run recordings` makes those that are missing or stale. */
export const RECIPES: readonly Recipe[] = [
  cpu("orders", "node@20"),
  cpu("orders", "node@24"),
  cpu("orders", "node@26"),
  {
    program: "orders",
    file: "prof.txt",
    of: "app.js",
    runtime: "node@26",
    before: [["node", "--prof", "--no-logfile-per-isolate", "--logfile={temporary}.log", `${ORDERS}/app.js`]],
    command: ["node", "--prof-process", "{temporary}.log"],
    lines: 16
  },
  {
    program: "orders",
    file: "cprofile.txt",
    of: "app.py",
    runtime: "python",
    command: ["python3", "-m", "cProfile", "-s", "tottime", `${ORDERS}/app.py`],
    lines: 14
  },
  {
    program: "orders",
    file: "py-spy.folded",
    of: "app.py",
    runtime: "python",
    command: ["py-spy", "record", "-r", "500", "-F", "-f", "raw", "-o", "{out}", "--", "python3", `${ORDERS}/app.py`]
  },
  flightRecorded({program: "orders", file: "jfr.txt", view: "hot-methods", amount: "8000"}),
  {
    program: "orders",
    file: "async-profiler.folded",
    of: "App.java",
    runtime: "jvm",
    before: [compiled("orders")],
    command: asyncProfiled("collapsed,file={out}", "2000")
  },
  lines("node@20"),
  lines("node@20", "--exact-lines"),
  lines("node@24"),
  lines("node@24", "--exact-lines"),
  lines("node@26"),
  {
    program: "photos",
    file: "line-profiler.txt",
    of: "app.py",
    runtime: "python",
    command: [
      ...["python3", "-m", "kernprof", "-l", "-v", "-o", "{temporary}.lprof", "-p", `${PHOTOS}/light.py`],
      ...["-p", `${PHOTOS}/app.py`, `${PHOTOS}/app.py`]
    ],
    lines: 36
  },
  {
    program: "photos",
    file: "async-profiler.folded",
    of: "App.java",
    runtime: "jvm",
    before: [compiled("photos"), asyncProfiled("jfr,file={temporary}.jfr", "4000")],
    command: ["{asyncProfiler}/bin/jfrconv", "--cpu", "--lines", "-o", "collapsed", "{temporary}.jfr", "{out}"]
  },
  cpu("server", "node@26", "400"),
  {
    program: "till",
    file: "node-26.flight.json",
    of: "app.js",
    runtime: "node@26",
    command: ["npx", "lab", "profile", "record", "-o", "{out}", "--", "node", "labs/programs/till/app.js"]
  },
  flightRecorded({program: "till", file: "jfr.txt", view: "contention-by-site", amount: "6000"}),
  heap("node-26-all.heapprofile"),
  heap("node-26-live.heapprofile", "--live"),
  flightRecorded({program: "pages", file: "jfr-allocations.txt", view: "allocation-by-site", amount: "60000"}),
  flightRecorded({program: "pages", file: "jfr-survivors.txt", view: "memory-leaks-by-site", amount: "60000"}),
  memray("memray-stats.txt", 40, "stats"),
  memray("memray-peak.txt", 24, "summary", "--max-rows", "8"),
  memray("memray-temporary.txt", 24, "summary", "--temporary-allocations", "--max-rows", "8")
];
