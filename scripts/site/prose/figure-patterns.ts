const TIME =
  "ns|µs|μs|us|ms|s|secs?|min|mins|h|hrs?|(?:nano|micro|milli)?sec(?:ond)?s?|minutes?|hours?|(?:clock )?cycles?";
const SIZE = "[kKMGT]i?B|(?:kilo|kibi|mega|mebi|giga|gibi)?bytes?";
const PART = "%|％|‰|per cent|percent(?:age points?)?|pct";
const RATIO = `×|✕|times|${PART}|orders? of magnitude`;
/** What a number is measured in. */
export const UNITS = [TIME, SIZE, RATIO].join("|");

const SPACE = "[*_~|` \\u00a0\\u2007\\u2009\\u200a\\u202f]*(?:\\n[> \\t]*)?";
const GAP = `(?:[-‐‑](?=[a-z])|${SPACE})`;
const DECADE = "(?:1[89]|20)\\d0s\\b";
const DIGITS = "\\d+(?:[.,_'\\u00a0\\u2009\\u202f]\\d+)*(?:e[+-]?\\d+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?[½⅓⅔¼¾]?|[½⅓⅔¼¾]";
const MAGNITUDE = `(?:${GAP}(?:k|M|G|hundred|thousand|million|billion)(?!\\w))?`;
const NUMBER = `(?<![\\w.,])(?!${DECADE})(?:${DIGITS})${MAGNITUDE}`;

const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen";
const LARGE = "hundred|thousand|million|dozen";
const WORD = `\\b(?:(?:${TENS})(?:[- ](?:one|${ONES}))?|one|${ONES}|(?:a )?(?:${LARGE})|half an?|a quarter)(?: and a half)?`;
const FINE_UNIT = "(?:nano|micro|milli)seconds?|(?:kilo|mega|giga)bytes?|per cent|percent|orders? of magnitude";

const MORE = "(?:fast|slow|quick|long|short|larg|bigg|small|cheap|high|low)e?r|more|less|fewer|better|worse";
const MEASURED = "time|speed|memory|space|size|cost|rate|bytes|cycles|duration|throughput|price";
const FACTOR = `twice|thrice|half|(?:${NUMBER}|${WORD})[ -]times`;
const COMPARED = `\\b(?:${FACTOR})\\s+(?:${MORE}|as\\s+(?:fast|slow|quick|long|short|large|big|small|cheap|much)(?:ly)?|(?:of\\s+)?the\\s+(?:${MEASURED}))\\b`;

/** Digits with a unit of time, of size or of a ratio, a rate, and the same in words where nothing else can be meant. */
export const FIGURES: readonly RegExp[] = [
  `${NUMBER}(?: ?[xX](?!\\w)|${GAP}folds?\\b|${GAP}(?:${UNITS})(?!\\w))`,
  `${NUMBER}(?:${GAP}[a-zA-Z]+){0,3}(?: ?/ ?|\\s+(?:per|an?)\\s+)(?:s|sec|second|ms|millisecond|minute|hour|cycle)\\b`,
  "(?<![\\w)] ?)(?:×|✕|x(?!(?:64|86|32)\\b)) ?\\d+(?:\\.\\d+)?(?![\\w-])",
  `\\bfactors?\\s+(?:of\\s+)?(?:(?:about|around|up to|over|nearly)\\s+)?(?:${NUMBER}|${WORD})`,
  `\\d+/\\d+\\s+of\\s+the\\s+(?:${MEASURED})\\b`,
  `${WORD}[- ](?:${FINE_UNIT})\\b`,
  `\\b(?:${ONES}|${TENS}|${LARGE})-?folds?\\b`,
  `\\ba\\s+(?:third|quarter|fifth|tenth|hundredth)\\s+(?:of\\s+)?the\\s+(?:${MEASURED})\\b`,
  COMPARED
].map((pattern) => new RegExp(pattern, "gi"));
