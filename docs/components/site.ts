import {startRuns} from "./run-lab.js";
import {startSidebar} from "./sidebar.js";
import {startSwitches} from "./switches.js";
import {startThemeSwitch} from "./theme-switch.js";

startThemeSwitch();
startSwitches();
startSidebar();
startRuns();

if (!crossOriginIsolated) void import("./isolate.js").then(({isolate}) => isolate());

const conceptFilter = document.querySelector<HTMLFormElement>(".concept-filter");
if (conceptFilter !== null)
  void import("./concept-filter.js").then((filter) => filter.startConceptFilter(conceptFilter));
