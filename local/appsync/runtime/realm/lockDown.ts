import { arrayMethods } from './builtins/arrayMethods.ts';
import { documentedGlobals } from './builtins/globals.ts';
import { stringMethods } from './builtins/stringMethods.ts';
import { deepFreeze } from './deepFreeze.ts';

/** Source of the lists: AppSync developer guide, "Supported runtime features". */
const ARRAY = ['length', 'concat', 'fill', 'flat', 'indexOf', 'join', 'lastIndexOf', 'pop', 'push', 'reverse', 'shift'];
const ARRAY_MORE = ['slice', 'splice', 'unshift', Symbol.iterator];
const STRING = ['length', 'charAt', 'concat', 'endsWith', 'indexOf', 'lastIndexOf', 'slice', 'split', 'startsWith'];
const STRING_MORE = ['toLowerCase', 'toUpperCase', 'trim', 'trimEnd', 'trimStart', Symbol.iterator];
const CONSTANTS = ['NaN', 'Infinity', 'undefined'];

/**
 * Takes from this realm whatever APPSYNC_JS does not document, so that a handler that uses more fails here instead of
 * at deploy, and freezes the rest, so that no handler can change what the next one sees.
 * Runs once, after the realm's own code has taken what it needs (see intrinsics.ts).
 */
export function lockDown(offered: Record<string, object>): void {
  const arrayIterator = Object.getPrototypeOf([][Symbol.iterator]());
  const stringIterator = Object.getPrototypeOf(''[Symbol.iterator]());
  const bare = [Object.prototype, Function.prototype, Number.prototype, Boolean.prototype, Symbol.prototype];
  reduce(Object.getPrototypeOf(arrayIterator), [Symbol.iterator], {});
  for (const iterator of [arrayIterator, stringIterator]) reduce(iterator, ['next'], {});
  reduce(Array.prototype, [...ARRAY, ...ARRAY_MORE], arrayMethods);
  reduce(String.prototype, [...STRING, ...STRING_MORE], stringMethods);
  for (const prototype of bare) reduce(prototype, [], {});
  reduceGlobal({ ...documentedGlobals, ...offered });
}

/** Leaves an object with the named keys and the given methods only, and freezes it. */
function reduce(target: object, kept: (string | symbol)[], methods: Record<string, unknown>): void {
  for (const key of Reflect.ownKeys(target)) {
    const fixed = Reflect.getOwnPropertyDescriptor(target, key)?.configurable === false;
    if (kept.indexOf(key) === -1 && !fixed) Reflect.deleteProperty(target, key);
  }
  for (const name of Object.keys(methods)) {
    Reflect.defineProperty(target, name, { value: methods[name], enumerable: false });
  }
  Object.freeze(target);
}

function reduceGlobal(globals: Record<string, object>): void {
  const { deleteProperty, defineProperty, ownKeys } = Reflect;
  const { freeze } = Object;
  const global = globalThis;
  for (const value of Object.values(globals)) deepFreeze(value);
  for (const key of ownKeys(global)) if (!isConstant(key)) deleteProperty(global, key);
  for (const name of ownKeys(globals)) {
    defineProperty(global, name, { value: globals[name as string], enumerable: false });
  }
  freeze(global);
}

function isConstant(key: string | symbol): boolean {
  return CONSTANTS.indexOf(key as string) !== -1;
}
