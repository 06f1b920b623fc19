import { Failure, nativeReplace, nativeReplaceAll } from '../intrinsics.ts';

const REGEX_CHARACTERS = '\\^$.|?*+()[]{}';
const REPLACEMENT_CHARACTERS = '\\$';

type Replace = (text: string, search: string, replacement: string) => string;
type Method = (this: string, ...args: never[]) => unknown;

/**
 * AppSync reads the first argument of these two as a Java regular expression (developer guide, "Supported runtime
 * features"), JavaScript as plain text. They agree only on text without special characters, so only that is taken.
 */
export const stringMethods: Record<string, Method> = {
  replace(this: string, search: unknown, replacement: unknown) {
    return literal('replace', nativeReplace, this, search, replacement);
  },
  replaceAll(this: string, search: unknown, replacement: unknown) {
    return literal('replaceAll', nativeReplaceAll, this, search, replacement);
  },
};

function literal(name: string, native: Replace, text: string, search: unknown, replacement: unknown): string {
  if (typeof search !== 'string' || typeof replacement !== 'string') {
    throw new Failure(`String.prototype.${name} takes two strings in APPSYNC_JS`);
  }
  if (holdsAny(search, REGEX_CHARACTERS) || holdsAny(replacement, REPLACEMENT_CHARACTERS)) {
    throw new Failure(
      `String.prototype.${name}: AppSync reads "${search}" as a Java regular expression; use split() and join() for plain text`,
    );
  }
  return native(text, search, replacement);
}

function holdsAny(text: string, characters: string): boolean {
  for (const character of characters) if (text.indexOf(character) !== -1) return true;
  return false;
}
