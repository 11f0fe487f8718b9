import process from "node:process";

/**
 * Variables that change a measured process: loaders, inspectors, options of engines and virtual machines. Those of
 * Python that say where its modules are stay.
 */
const CHANGING = [
  /^NODE_(OPTIONS|V8_COVERAGE|COMPILE_CACHE)$/,
  /^BUN_(OPTIONS|JSC_.*)$/,
  /^DENO_(V8_FLAGS|COVERAGE_DIR)$/,
  /^PYTHON(?!(HOME|PATH|USERBASE|PYCACHEPREFIX)$)/,
  /^(JAVA_TOOL|JDK_JAVAC?|_JAVA)_OPTIONS$/
];

/** The environment of every process that is measured, or asked what it is. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !CHANGING.some((pattern) => pattern.test(name)));
  return Object.fromEntries(kept);
}
