import { Failure, floor, isFinite, max, min, parse, random, raw, round, stringify } from '../intrinsics.ts';

const { assign, entries, hasOwn, keys, values } = Object;
const { ceil } = Math;
const { isNaN } = Number;

/**
 * Plain objects rather than functions: APPSYNC_JS has no `Object()`, `Number()` or `String()` to call.
 * Source: AppSync developer guide, "Supported runtime features".
 */
export const documentedGlobals: Record<string, object> = {
  Object: { assign, entries, hasOwn, keys, values },
  Number: { isFinite, isNaN },
  String: { raw },
  Math: { random, min, max, round, floor, ceil },
  JSON: { parse: parseJson, stringify: stringifyJson },
};

/** AppSync gives a blank string for what is not JSON. */
function parseJson(text: unknown, ...more: unknown[]): unknown {
  if (more.length > 0) throw new Failure('JSON.parse takes one argument in APPSYNC_JS');
  try {
    return parse(text as string);
  } catch {
    return '';
  }
}

function stringifyJson(value: unknown, replacer?: unknown, space?: string | number): string {
  if (typeof replacer === 'function') throw new Failure('JSON.stringify takes no function in APPSYNC_JS');
  return stringify(value, replacer as null, space);
}
