/** The objects of a heap and who refers to whom, as rows of numbers: a heap has too many of them for objects of ours. */
export interface HeapGraph {
  /** Of the objects by index: their type, an index into `typeNames`. The first object is the root. */
  readonly types: Uint8Array;
  /** What each is called, an index into `strings`: an object by its constructor, a text by what it says. */
  readonly names: Uint32Array;
  /** Bytes of each object itself. */
  readonly sizes: Float64Array;
  /** Where the references of each object begin; one entry more than there are objects. */
  readonly firstEdge: Uint32Array;
  /** Of the references: their type, an index into `edgeTypeNames`. */
  readonly edgeTypes: Uint8Array;
  /** An index into `strings`; of an element its position instead. */
  readonly edgeNames: Uint32Array;
  /** The object that is referred to. */
  readonly edgeTo: Uint32Array;
  readonly strings: readonly string[];
  readonly typeNames: readonly string[];
  readonly edgeTypeNames: readonly string[];
}

/** Types of objects that have a name of their own; any other is told by its type. */
const NAMED: ReadonlySet<string> = new Set(["object", "native"]);
const WORDS: Readonly<Record<string, string>> = {hidden: "(system)", code: "(compiled code)", closure: "(function)"};

/** What an object is counted as: its constructor, or in parentheses what kind of thing it is. */
export function heapClassName(type = "unknown", name = ""): string {
  if (NAMED.has(type)) return name === "" ? `(${type})` : name;
  return WORDS[type] ?? `(${type})`;
}

/**
 * Which references keep what they refer to alive: not weak ones, and of V8's shortcuts only those of the root, since
 * others lead along references that are there already.
 */
export function keeps({edgeTypes, edgeTypeNames, firstEdge}: HeapGraph): (edge: number) => boolean {
  const [weak, shortcut] = [edgeTypeNames.indexOf("weak"), edgeTypeNames.indexOf("shortcut")];
  return (edge) => edgeTypes[edge] !== weak && (edgeTypes[edge] !== shortcut || edge < firstEdge[1]!);
}
