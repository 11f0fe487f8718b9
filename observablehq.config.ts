import {directives} from "./scripts/site/directives.js";
import {head, header} from "./scripts/site/head.js";

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
    {
      name: "Lessons",
      pages: [
        {name: "How fast is simple work?", path: "/lessons/baseline"},
        {name: "Array, typed array, reduce", path: "/lessons/typed-arrays"},
        {name: "Building text", path: "/lessons/strings"},
        {name: "Object or Map", path: "/lessons/shapes"}
      ]
    },
    {name: "Reference", pages: [{name: "How we measure", path: "/reference/method"}]}
  ]
};
