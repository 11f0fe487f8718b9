import {type Node, parse} from "acorn";
import {ancestor} from "acorn-walk";

/** The lines of a function, both included. */
export interface FunctionRange {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** What code outside of functions is called. */
export const TOP_LEVEL = "(top level)";

interface Named {
  readonly id?: {readonly name: string} | null;
  readonly key?: {readonly name?: string};
}

/** The functions of a module that have a name, in order of their ends. */
export function functionsIn(source: string): FunctionRange[] {
  const functions: FunctionRange[] = [];
  const note = (node: Node, ancestors: Node[]) => {
    const name = nameOf(node, ancestors.at(-2));
    if (name !== undefined) functions.push({name, first: node.loc!.start.line, last: node.loc!.end.line});
  };
  const tree = parse(source, {ecmaVersion: "latest", sourceType: "module", locations: true});
  ancestor(tree, {
    FunctionDeclaration: (node, _state, ancestors) => note(node, ancestors),
    FunctionExpression: (node, _state, ancestors) => note(node, ancestors),
    ArrowFunctionExpression: (node, _state, ancestors) => note(node, ancestors)
  });
  return functions;
}

/** The name of the innermost named function that holds a line. */
export function functionAt(functions: readonly FunctionRange[], line: number): string {
  const around = functions.filter(({first, last}) => first <= line && line <= last);
  const innermost = around.sort((a, b) => a.last - a.first - (b.last - b.first))[0];
  return innermost?.name ?? TOP_LEVEL;
}

function nameOf(node: Node & Named, parent: (Node & Named) | undefined): string | undefined {
  if (node.id?.name !== undefined) return node.id.name;
  if (parent?.type === "VariableDeclarator") return parent.id?.name;
  return parent?.type === "MethodDefinition" || parent?.type === "Property" ? parent.key?.name : undefined;
}
