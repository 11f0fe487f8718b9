/** The tiers from the fastest, by the function of V8 that tells. */
const TIERS = [
  ["turbofan", "ActiveTierIsTurbofan"],
  ["maglev", "ActiveTierIsMaglev"],
  ["baseline", "ActiveTierIsSparkplug"],
  ["interpreter", "ActiveTierIsIgnition"]
];
/** More hidden classes than this are not told apart: each object is compared with one of each. */
const MOST_SHAPES = 200;
const MOST_OBJECTS = 10_000;
/** Objects with more properties than this are dictionaries of data, and not looked into. */
const MOST_PROPERTIES = 8;

/** A function of V8's own; one that gives undefined, where this version lacks it. */
function native(name, ...parameters) {
  try {
    return new Function(...parameters, `return %${name}(${parameters})`);
  } catch {
    return () => undefined;
  }
}

const is = Object.fromEntries(
  ["HasSmiElements", "HasDoubleElements", "HasObjectElements", "HasHoleyElements", "HasDictionaryElements"].map(
    (name) => [name, native(name, "value")]
  )
);
const hasFastProperties = native("HasFastProperties", "value");
const haveSameMap = native("HaveSameMap", "one", "other");

/** The compiler whose code a function runs in when it is called next; undefined where V8 does not say. */
export function tierOf(run) {
  return TIERS.find(([, name]) => native(name, "run")(run) === true)?.[0];
}

/** What an input is in memory, with what it holds. */
export function valuesOf(input) {
  return isObject(input) ? within("input", input, 0) : [];
}

function within(path, value, depth) {
  if (ArrayBuffer.isView(value)) return [row(path, value, {elements: `plain numbers`})];
  if (Array.isArray(value)) return [row(path, value, {elements: elementsOf(value)}), ...eachOf(path, value)];
  const numbered = hasIndex(value) ? {elements: elementsOf(value)} : {};
  const own = row(path, value, {...numbered, ...(isPlain(value) ? countShapes([value]) : {})});
  const keys = Object.keys(value);
  if (depth > 1 || !isPlain(value) || numbered.elements !== undefined || keys.length > MOST_PROPERTIES) return [own];
  return [
    own,
    ...keys.filter((key) => isObject(value[key])).flatMap((key) => within(`${path}.${key}`, value[key], depth + 1))
  ];
}

function eachOf(path, values) {
  const objects = values.slice(0, MOST_OBJECTS).filter(isObject);
  return objects.length === 0
    ? []
    : [row(`each of ${path}`, objects[0], {objects: objects.length, ...countShapes(objects)})];
}

function row(path, value, {elements = null, objects = 1, shapes = null, dictionaries = null}) {
  return {path, type: value.constructor?.name ?? "object without prototype", elements, objects, shapes, dictionaries};
}

function countShapes(objects) {
  const seen = [];
  let dictionaries = 0;
  for (const object of objects) {
    if (hasFastProperties(object) === false) dictionaries++;
    if (seen.length < MOST_SHAPES && !seen.some((other) => haveSameMap(object, other))) seen.push(object);
  }
  return {shapes: seen.length, dictionaries};
}

function elementsOf(value) {
  if (is.HasDictionaryElements(value)) return "a dictionary";
  const kinds = {HasSmiElements: "small integers", HasDoubleElements: "doubles", HasObjectElements: "references"};
  const kind = Object.keys(kinds).find((name) => is[name](value));
  return kind === undefined ? null : `${is.HasHoleyElements(value) ? "holey" : "packed"}, ${kinds[kind]}`;
}

function hasIndex(value) {
  for (const key in value) return /^\d+$/.test(key);
  return false;
}

function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return !ArrayBuffer.isView(value) && !(value instanceof Map) && (prototype === null || Object.keys(value).length > 0);
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}
