const LONGEST = 80;

/** What stands in links, addresses and markup, and in no name. */
const NO_NAME = /[/\\@:<>{}[\]|#%=]|www\.|\.[a-z]{2,}\b/i;

/**
 * A guest's name for the greeting, in one line; null where it is none. Whoever books chooses both the name and the address:
 * a name that may be anything would let strangers send anything to anybody in the hotel's name.
 */
export function greetableName(name: string): string | null {
  const line = name.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line === '' || line.length > LONGEST || NO_NAME.test(line) ? null : line;
}
