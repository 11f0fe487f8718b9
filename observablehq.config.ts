import {directives} from "./scripts/site/directives.js";
import {head} from "./scripts/site/head.js";
import {header} from "./scripts/site/header.js";

export default {
  title: "Hotpath",
  home: "Hotpath",
  root: "docs",
  output: process.env.OUT ?? "dist",
  style: "style.css",
  globalStylesheets: [],
  head,
  header,
  footer: "",
  search: true,
  preserveExtension: true,
  preserveIndex: true,
  interpreters: {".ts": [process.execPath, "--import", "tsx"]},
  markdownIt: directives,
  pages: [
    {name: "Start", pages: [{name: "Run it yourself", path: "/guides/run-it-yourself"}]},
    {
      name: "Measure",
      pages: [
        {name: "How fast is simple work?", path: "/lessons/baseline"},
        {name: "When is code warm?", path: "/measure/when-is-code-warm"},
        {name: "Other runtimes", path: "/guides/other-runtimes"}
      ]
    },
    {
      name: "Profile",
      pages: [
        {name: "Profile a program", path: "/guides/profile-a-program"},
        {name: "Count every call, or look?", path: "/profile/deterministic-or-sampling"},
        {name: "Which line?", path: "/profile/which-line"},
        {name: "Read a flame graph", path: "/profile/reading-flame-graphs"},
        {name: "A process you may not stop", path: "/profile/running-process"},
        {name: "What survives, what is garbage?", path: "/profile/memory"},
        {name: "Always on", path: "/profile/always-on"},
        {name: "Which profiler for what?", path: "/profile/official-tools"}
      ]
    },
    {
      name: "Fix",
      pages: [
        {name: "Array, typed array, reduce", path: "/lessons/typed-arrays"},
        {name: "Building text", path: "/lessons/strings"},
        {name: "Object or Map", path: "/lessons/shapes"}
      ]
    },
    {name: "The loop", pages: [{name: "Find what is slow", path: "/loop/investigate"}]},
    {
      name: "Reference",
      pages: [
        {name: "Your calibration", path: "/reference/calibration"},
        {name: "Concept map", path: "/reference/concepts"},
        {name: "Bottlenecks and fixes", path: "/reference/bottlenecks"},
        {name: "The claims ledger", path: "/reference/claims"},
        {name: "Your results", path: "/reference/your-results"},
        {name: "Your profiles", path: "/reference/your-profiles"},
        {name: "How we measure", path: "/reference/method"},
        {name: "Files in and out", path: "/reference/formats"},
        {name: "Glossary", path: "/reference/glossary"}
      ]
    },
    {
      name: "Guides",
      pages: [
        {name: "Write a lab", path: "/guides/write-a-lab"},
        {name: "Many machines", path: "/guides/many-machines"},
        {name: "Teach an hour with it", path: "/guides/teach-it"}
      ]
    }
  ]
};
