import {startRuns} from "./run-lab.js";
import {startSidebar} from "./sidebar.js";
import {startSwitches} from "./switches.js";
import {startThemeSwitch} from "./theme-switch.js";

startThemeSwitch();
startSwitches();
startSidebar();
startRuns();

if (!crossOriginIsolated) void import("./isolate.js").then(({isolate}) => isolate());
if (document.querySelector("figure.chart") !== null) void import("./charts.js").then((charts) => charts.startCharts());
if (document.querySelector(".command") !== null) void import("./copy.js").then((copy) => copy.startCopying());
if (document.querySelector(".source-tabs") !== null)
  void import("./source-tabs.js").then((tabs) => tabs.startSourceTabs());
if (document.querySelector("figure.flame-figure") !== null)
  void import("./flamegraphs.js").then((flamegraphs) => flamegraphs.startFlamegraphs());
if (document.querySelector(".predict") !== null)
  void import("./predict.js").then((predict) => predict.startPredictions());
if (document.querySelector(".calibration") !== null)
  void import("./calibration.js").then((calibration) => calibration.startCalibration());

const conceptFilter = document.querySelector<HTMLFormElement>(".concept-filter");
if (conceptFilter !== null)
  void import("./concept-filter.js").then((filter) => filter.startConceptFilter(conceptFilter));

const ledgerFilter = document.querySelector<HTMLFormElement>(".ledger-filter");
if (ledgerFilter !== null) void import("./ledger-filter.js").then((filter) => filter.startLedgerFilter(ledgerFilter));
const dropProfiles = document.querySelector<HTMLFormElement>(".drop-profiles");
if (dropProfiles !== null)
  void import("./your-profiles.js").then((profiles) => profiles.startYourProfiles(dropProfiles));
const dropResults = document.querySelector<HTMLFormElement>(".drop-results");
if (dropResults !== null) void import("./your-results.js").then((results) => results.startYourResults(dropResults));
