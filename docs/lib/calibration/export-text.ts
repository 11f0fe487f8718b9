import type {Answer} from "./answer.js";

/**
 * Answers as a JSON file that a reader may keep, or compare with others.
 *
 * @param exported now, ISO 8601
 */
export function exportText(answers: readonly Answer[], exported: string): string {
  return `${JSON.stringify({format: 1, exported, answers}, null, 2)}\n`;
}
