import {startRuns} from "./run-lab.js";
import {startThemeSwitch} from "./theme-switch.js";

startThemeSwitch();
startRuns();
