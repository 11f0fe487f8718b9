import {type ComparedEnvironment, shortName} from "../lib/compare-environments.js";

/**
 * A name for each environment. With a number in front where there are many, so that a column can be narrow and a
 * legend can explain it.
 */
export function columnNames(environments: readonly ComparedEnvironment[], numbered: boolean): string[] {
  return environments.map((environment, index) => {
    const name = `${shortName(environment)}, ${whereOf(environment)}`;
    return numbered && environments.length > 2 ? `${index}: ${name}` : name;
  });
}

function whereOf({place, files, runs: [run]}: ComparedEnvironment): string {
  if (place === "local") return "your machine";
  return place === "reference" ? run!.machine.id : files.join(" and ");
}
