import process from "node:process";

/** Acts where variables of the environment have other values. For tests. */
export async function withEnvironment<Value>(
  act: () => Promise<Value>,
  change: Readonly<Record<string, string>>
): Promise<Value> {
  const before = {...process.env};
  Object.assign(process.env, change);
  try {
    return await act();
  } finally {
    for (const name of Object.keys(change)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
