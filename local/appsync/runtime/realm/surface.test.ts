import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { evaluate, faultOf } from '../testing/evaluate.ts';

/** Declared by `@aws-appsync/utils` and refused here by name, each with its reason in the message. */
const REFUSED = [
  'util.rds.toJsonObject',
  'util.xml.toMap',
  'util.xml.toJsonString',
  'util.http.addResponseHeader',
  'util.http.addResponseHeaders',
  'util.transform.toElasticsearchQueryDSL',
  'extensions.evictFromApiCache',
];
/** Of mapping templates only: not declared, but known by name so that the message can say what to write. */
const BEYOND = ['util.str.toLower', 'util.str.toUpper', 'util.str.toReplace'];

const TYPES = join(import.meta.dirname, '../../../../node_modules/@aws-appsync/utils/lib');

/** Names of all functions below the exports of a declaration file, e.g. `util.time.nowISO8601`. */
function declared(file: string, roots: string[] | null): string[] {
  const path = join(TYPES, file);
  const program = ts.createProgram([path], { noLib: true, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!source || !symbol) throw new Error(`${path} is not a module`);
  const walk = (name: string, type: ts.Type): string[] =>
    type.getCallSignatures().length > 0
      ? [name]
      : type.getProperties().flatMap((property) => walk(`${name}.${property.name}`, checker.getTypeOfSymbol(property)));
  return checker
    .getExportsOfModule(symbol)
    .map((item) => (item.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(item) : item))
    .filter((item) => item.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable))
    .filter((item) => !roots || roots.includes(item.name))
    .flatMap((item) => walk(item.name, checker.getTypeOfSymbol(item)))
    .toSorted();
}

/** Names of all functions of an object in the realm. */
function offered(root: string): string[] {
  const body = `Object.entries(${root}).flatMap(([k, v]) => typeof v === 'function' ? [k] : Object.keys(v).map((i) => k + '.' + i))`;
  return evaluate(body) as string[];
}

test('util, extensions and runtime offer exactly what their type files declare', () => {
  const roots = ['util', 'extensions', 'runtime'];
  const present = roots.flatMap((root) => offered(root).map((name) => `${root}.${name}`));
  expect(present.toSorted()).toEqual([...declared('index.d.ts', roots), ...BEYOND].toSorted());
});

test('the DynamoDB module offers exactly what its type file declares', () => {
  expect(offered('ddb').toSorted()).toEqual(declared('dynamodb-helpers.d.ts', null));
});

test.each([...REFUSED, ...BEYOND])('%s is refused by name', (name) => {
  expect(faultOf(`${name}()`)).toContain(`${name} is not supported by the local AppSync runtime`);
});

test('nothing else is refused so', () => {
  const body = (name: string) => {
    try {
      return faultOf(`${name}()`);
    } catch {
      return '';
    }
  };
  const refused = [...declared('index.d.ts', ['util', 'extensions', 'runtime'])].filter((name) =>
    body(name).includes('not supported by the local AppSync runtime'),
  );
  expect(refused.toSorted()).toEqual(REFUSED.toSorted());
});
