import {type AnyNode, parse} from "acorn";
import {simple} from "acorn-walk";

/**
 * Writes `const` again where esbuild wrote `var`: a bundle's top-level constants all become variables, and V8 11.3
 * (Node 20) loads a variable anew at every use, in every turn of a loop. Kernels run as they were written only if
 * their constants stay constant. What is assigned to, or declared without a value, stays a variable.
 *
 * @param text a module that esbuild has bundled
 */
export function keepConstants(text: string): string {
  const program = parse(text, {ecmaVersion: "latest", sourceType: "module"});
  const assigned = namesAssigned(program);
  const constants = program.body.filter(
    (node) =>
      node.type === "VariableDeclaration" &&
      node.kind === "var" &&
      node.declarations.every(({id, init}) => init && id.type === "Identifier" && !assigned.has(id.name))
  );
  let kept = "";
  let end = 0;
  for (const {start} of constants) {
    kept += `${text.slice(end, start)}const`;
    end = start + "var".length;
  }
  return kept + text.slice(end);
}

/** Every name that is assigned to anywhere, whatever scope it is in. */
function namesAssigned(program: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (target: AnyNode) => {
    for (const name of namesIn(target)) names.add(name);
  };
  simple(program, {
    AssignmentExpression: ({left}) => add(left),
    UpdateExpression: ({argument}) => add(argument),
    ForInStatement: ({left}) => add(left),
    ForOfStatement: ({left}) => add(left)
  });
  return names;
}

/** The variables that a target of an assignment binds; none for `object.property`. */
function namesIn(target: AnyNode | null): string[] {
  switch (target?.type) {
    case "Identifier":
      return [target.name];
    case "ArrayPattern":
      return target.elements.flatMap(namesIn);
    case "ObjectPattern":
      return target.properties.flatMap((property) => namesIn(property.type === "Property" ? property.value : property));
    case "AssignmentPattern":
      return namesIn(target.left);
    case "RestElement":
      return namesIn(target.argument);
    default:
      return [];
  }
}
