/** A dictionary and the keys that are looked up in it. */
record Lookup<Table, Keys>(Table table, Keys wanted) {}
