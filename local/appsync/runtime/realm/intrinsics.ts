/**
 * The built-ins that the realm's own code goes on using after lockDown() has taken them from the handlers.
 * Code in this folder must not use any other global or prototype method that APPSYNC_JS does not document:
 * they are gone by the time it runs.
 */
export const { apply } = Reflect;
export const { defineProperty, entries, freeze, keys } = Object;
export const { isArray } = Array;
export const { isFinite } = Number;
export const { parse, stringify } = JSON;
export const { floor, max, min, random, round } = Math;
export const { raw } = String;
export const encode = encodeURIComponent;
export const decode = decodeURIComponent;
export const Failure = TypeError;
export const Limit = RangeError;
export const Pattern = RegExp;
export const MarkedObjects = WeakSet;
export const OperationsByMarker = WeakMap;

/** A method as a function whose first argument is `this`. */
function uncurried<T, A extends unknown[], R>(method: (this: T, ...args: A) => R): (self: T, ...args: A) => R {
  return (self, ...args) => apply(method, self, args);
}

export const charCodeAt = uncurried(String.prototype.charCodeAt);
export const numberToString = uncurried(Number.prototype.toString);
export const normalize = uncurried(String.prototype.normalize as (this: string, form: string) => string);
export const nativeReplace = uncurried(String.prototype.replace as (this: string, a: string, b: string) => string);
export const nativeReplaceAll = uncurried(
  String.prototype.replaceAll as (this: string, a: string, b: string) => string,
);
export const nativeSort = uncurried(Array.prototype.sort as (this: unknown[]) => unknown[]);
