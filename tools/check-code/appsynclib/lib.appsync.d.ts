// What APPSYNC_JS has of JavaScript's built-ins: what its documentation lists, and nothing else, so that type-checking
// against it (with noLib) refuses whatever the runtime lacks.
// Source: AWS AppSync developer guide, "Supported runtime features" (supported-features.html), read 2026-11.
// Where the guide and AWS's own ESLint plugin disagree (String.raw), it is left out.

declare const NaN: number;
declare const Infinity: number;
declare const undefined: undefined;

interface Array<T> {
  readonly length: number;
  concat(...items: (T | T[])[]): T[];
  fill(value: T, start?: number, end?: number): T[];
  flat<U>(this: U[][]): U[];
  indexOf(item: T, from?: number): number;
  join(separator?: string): string;
  lastIndexOf(item: T, from?: number): number;
  pop(): T | undefined;
  push(...items: T[]): number;
  reverse(): T[];
  shift(): T | undefined;
  slice(start?: number, end?: number): T[];
  /** Takes no comparison function. */
  sort(): T[];
  splice(start: number, count?: number, ...items: T[]): T[];
  unshift(...items: T[]): number;
  forEach(action: (item: T, index: number, all: T[]) => void): void;
  map<U>(convert: (item: T, index: number, all: T[]) => U): U[];
  flatMap<U>(convert: (item: T, index: number, all: T[]) => U | U[]): U[];
  filter<S extends T>(keep: (item: T, index: number, all: T[]) => item is S): S[];
  filter(keep: (item: T, index: number, all: T[]) => unknown): T[];
  reduce(combine: (sum: T, item: T, index: number, all: T[]) => T): T;
  reduce<U>(combine: (sum: U, item: T, index: number, all: T[]) => U, start: U): U;
  reduceRight(combine: (sum: T, item: T, index: number, all: T[]) => T): T;
  reduceRight<U>(combine: (sum: U, item: T, index: number, all: T[]) => U, start: U): U;
  find<S extends T>(matches: (item: T, index: number, all: T[]) => item is S): S | undefined;
  find(matches: (item: T, index: number, all: T[]) => unknown): T | undefined;
  findIndex(matches: (item: T, index: number, all: T[]) => unknown): number;
  findLast(matches: (item: T, index: number, all: T[]) => unknown): T | undefined;
  findLastIndex(matches: (item: T, index: number, all: T[]) => unknown): number;
  some(matches: (item: T, index: number, all: T[]) => unknown): boolean;
  every(matches: (item: T, index: number, all: T[]) => unknown): boolean;
  [Symbol.iterator](): Iterator<T>;
  [index: number]: T;
}

/** The main type-check guards against writing to one; the ESLint plugin knows the methods of `Array` only. */
interface ReadonlyArray<T> extends Array<T> {}

/** No index: `charAt`. No iterator: `split('')`. */
interface String {
  readonly length: number;
  charAt(index: number): string;
  concat(...texts: string[]): string;
  endsWith(end: string): boolean;
  indexOf(part: string, from?: number): number;
  lastIndexOf(part: string, from?: number): number;
  /** `pattern` is a Java regular expression, not plain text. */
  replace(pattern: string, replacement: string): string;
  /** `pattern` is a Java regular expression, not plain text. */
  replaceAll(pattern: string, replacement: string): string;
  slice(start?: number, end?: number): string;
  split(separator: string): string[];
  startsWith(start: string): boolean;
  toLowerCase(): string;
  toUpperCase(): string;
  trim(): string;
  trimEnd(): string;
  trimStart(): string;
}

declare const Number: {
  isFinite(value: unknown): boolean;
  isNaN(value: unknown): boolean;
};

declare const Object: {
  assign<T, U>(target: T, source: U): T & U;
  assign<T, U, V>(target: T, first: U, second: V): T & U & V;
  entries<T>(object: { [key: string]: T }): [string, T][];
  entries(object: object): [string, any][];
  hasOwn(object: object, key: string): boolean;
  keys(object: object): string[];
  values<T>(object: { [key: string]: T }): T[];
  values(object: object): any[];
};

declare const Math: {
  random(): number;
  min(...values: number[]): number;
  max(...values: number[]): number;
  round(value: number): number;
  floor(value: number): number;
  ceil(value: number): number;
};

declare const JSON: {
  /** A blank string when `text` is not JSON. */
  parse(text: string): any;
  stringify(value: unknown): string;
};

/** Goes to the logs of the API. */
declare const console: {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

// What the compiler itself asks for. None of it can be used as a value: `Symbol` is refused by a rule of its own.
interface Boolean {}
interface CallableFunction extends Function {}
/** The brand: were it empty, every object would count as a function, and any could be called. */
interface Function {
  ' is a function': true;
}
interface IArguments {}
interface NewableFunction extends Function {}
interface Number {}
interface Object {}
interface RegExp {}
interface Symbol {}
interface TemplateStringsArray extends Array<string> {}
interface SymbolConstructor {
  readonly iterator: unique symbol;
}
declare const Symbol: SymbolConstructor;
interface IteratorYieldResult<T> {
  done?: false;
  value: T;
}
interface IteratorReturnResult<R> {
  done: true;
  value: R;
}
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> {
  next(...args: [] | [N]): IteratorResult<T, R>;
}
interface Iterable<T, R = any, N = any> {
  [Symbol.iterator](): Iterator<T, R, N>;
}
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>;
}

type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends string | number | symbol, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends string | number | symbol> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<F extends (...args: any) => any> = F extends (...args: infer P) => any ? P : never;
type ReturnType<F extends (...args: any) => any> = F extends (...args: any) => infer R ? R : never;
