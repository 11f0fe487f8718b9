import {conceptNamed} from "../concepts-files.js";
import {type DirectiveArguments, required} from "../directive.js";
import {inlineCode} from "../html.js";

/** `{{concept string-building}}`: a link to a row of the concept map, by its name or by the words that follow. */
export function concept({positional: [, id, ...words]}: DirectiveArguments): string {
  const {id: anchor, name} = conceptNamed(required(id, "the row of the concept map"));
  return `<a class="to-concept" href="/reference/concepts#${anchor}">${inlineCode(words.join(" ") || name)}</a>`;
}
