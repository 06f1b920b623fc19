/**
 * Reads variables of the environment by the names given.
 * @throws when one is missing or empty, naming it
 */
export function environment<K extends string>(variables: Record<K, string>): Record<K, string> {
  const entries = Object.entries<string>(variables).map(([key, variable]) => {
    const value = process.env[variable];
    if (!value) throw new Error(`The environment variable ${variable} is missing.`);
    return [key, value];
  });
  return Object.fromEntries(entries) as Record<K, string>;
}
