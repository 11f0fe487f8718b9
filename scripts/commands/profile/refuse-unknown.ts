import type {Command} from "commander";
import {closest} from "fastest-levenshtein";

/**
 * For a command that only groups others: alone it prints its help, and what it does not know it refuses with the
 * nearest that it knows.
 *
 * @param name as the reader types it, without `lab`
 */
export function refuseUnknown(name: string, command: Command): void {
  const [unknown] = command.args;
  if (unknown === undefined) {
    command.outputHelp();
    return;
  }
  const nearest = closest(
    unknown,
    command.commands.map((each) => each.name())
  );
  command.error(`error: unknown command '${name} ${unknown}'\n(Did you mean ${nearest}?)`);
}
