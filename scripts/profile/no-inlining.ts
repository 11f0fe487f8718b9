/** Flags of V8 that let it inline nothing: each function is then charged for its own, in a program that runs slower. */
export const NO_INLINING: readonly string[] = ["--no-turbo-inlining", "--no-maglev-inlining"];
