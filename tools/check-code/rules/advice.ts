const CLOCK = 'util.time has the clock, such as util.time.nowISO8601() and util.time.nowEpochSeconds().';
const OBJECT = 'use a plain object; Object.hasOwn(object, key) asks for a key.';
const DIGITS = 'take numbers as numbers from the schema; digits.indexOf(character) reads one digit.';
const TEMPLATE = 'write a template string: `${value}`.';
const SLICE = 'slice(start, end) does it.';
const MATCHES = 'util.matches(pattern, text) answers whether text matches.';
const NO_IO = 'resolvers do no input or output: return a request for a data source.';

/** What to write instead of a name that people reach for. */
const ADVICE: Record<string, string> = {
  Date: CLOCK,
  Map: OBJECT,
  Set: OBJECT,
  WeakMap: OBJECT,
  Promise: 'there is no asynchrony: return a request, and read its answer in the response handler.',
  RegExp: MATCHES,
  Error: 'util.error(message, errorType) ends the handler with an error.',
  Symbol: 'use strings as keys.',
  BigInt: 'write a number, or digits in a string.',
  Array: 'write a list literal, such as [] or list.slice(); typeof tells a text from a list or an object.',
  String: TEMPLATE,
  Boolean: 'write !!value.',
  Number: DIGITS,
  parseInt: DIGITS,
  parseFloat: DIGITS,
  isNaN: 'Number.isNaN(value).',
  isFinite: 'Number.isFinite(value).',
  process: 'ctx.env holds the environment.',
  Buffer: 'util.base64Encode and util.base64Decode.',
  crypto: 'util.autoId(), util.autoUlid() and util.autoKsuid() make ids.',
  fetch: NO_IO,
  setTimeout: NO_IO,
  structuredClone: 'JSON.parse(JSON.stringify(value)).',
  globalThis: 'import what you need.',
  eval: 'write the code itself.',
  require: 'write an import.',
  arguments: 'write a rest parameter: (...values).',
  encodeURIComponent: 'util.urlEncode(text).',
  decodeURIComponent: 'util.urlDecode(text).',
  // Methods
  includes: 'list.indexOf(item) >= 0 or text.indexOf(part) >= 0.',
  padStart: 'prefix what is missing: n < 10 ? `0${n}` : `${n}`.',
  padEnd: 'append what is missing.',
  repeat: 'slice a constant that is long enough.',
  charCodeAt: 'look the character up in a constant: ALPHABET.indexOf(character).',
  codePointAt: 'look the character up in a constant: ALPHABET.indexOf(character).',
  at: 'list[list.length - 1] or text.charAt(text.length - 1).',
  substring: SLICE,
  substr: SLICE,
  match: MATCHES,
  matchAll: MATCHES,
  search: MATCHES,
  test: MATCHES,
  exec: MATCHES,
  toString: TEMPLATE,
  toFixed: 'Math.round(value * 100) / 100, or count in minor units.',
  localeCompare: 'compare with < and >.',
  toISOString: CLOCK,
  getTime: CLOCK,
  keys: 'Object.keys(object).',
  values: 'Object.values(object).',
  entries: 'Object.entries(object); array methods pass the index: list.map((item, index) => ...).',
  toSorted: 'list.slice().sort().',
  toReversed: 'list.slice().reverse().',
  fromEntries: 'assign in a for-of over the entries: object[key] = value.',
  from: 'write a list literal, or list.slice().',
  isArray: 'typeof tells a text from a list or an object.',
  hasOwnProperty: 'Object.hasOwn(object, key).',
  abs: 'value < 0 ? -value : value, or Math.max(value, -value).',
  trunc: 'Math.floor or Math.ceil.',
  pow: 'multiply.',
  warn: 'console.log or console.error.',
  info: 'console.log or console.error.',
  debug: 'console.log or console.error.',
};

/** What to write instead of a global or method that AppSync lacks; null when there is nothing to say. */
export function knownAdvice(name: string): string | null {
  return Object.hasOwn(ADVICE, name) ? ADVICE[name] : null;
}

/** The same, with a general word for the rest. */
export function adviceFor(name: string): string {
  return (
    knownAdvice(name) ?? 'AppSync has only what tools/check-code/appsynclib lists, and util of @aws-appsync/utils.'
  );
}
