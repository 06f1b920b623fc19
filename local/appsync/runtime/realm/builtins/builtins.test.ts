import { describe, expect, test } from 'vitest';
import { evaluate, faultOf, runBody } from '../../testing/evaluate.ts';

describe('what APPSYNC_JS documents works', () => {
  test.each([
    ['Object.assign({}, { a: 1 }, { b: 2 })', { a: 1, b: 2 }],
    ['Object.entries({ a: 1 })', [['a', 1]]],
    ["[Object.hasOwn({ a: 1 }, 'a'), Object.keys({ a: 1 }), Object.values({ a: 1 })]", [true, ['a'], [1]]],
    ['[Number.isFinite(1), Number.isNaN(NaN)]', [true, true]],
    [
      '[Math.min(1, 2), Math.max(1, 2), Math.round(1.5), Math.floor(1.5), Math.ceil(1.2), Math.random() < 1]',
      [1, 2, 2, 1, 2, true],
    ],
    ['JSON.parse(JSON.stringify({ a: [1] }))', { a: [1] }],
    ['[1, 2].concat([3]).indexOf(3) + [1, 1].lastIndexOf(1)', 3],
    ["[[1], [2]].flat().join('-')", '1-2'],
    ['[3, 1, 2].sort()', [1, 2, 3]],
    ['[1, 2, 3].slice(1).reverse()', [3, 2]],
    ['[[1, 2, 3].splice(0, 1), [1].fill(7)]', [[1], [7]]],
    ['[1, 2].map((n) => n * 2).filter((n) => n > 2)', [4]],
    ['[1, 2].flatMap((n) => [n, n])', [1, 1, 2, 2]],
    ["[1, 2].reduce((a, n) => a + n) + ['a', 'b'].reduceRight((a, n) => a + n, '')", '3ba'],
    [
      '[[1, 2].find((n) => n > 1), [1, 2].findIndex((n) => n > 1), [1, 2].findLast((n) => n < 2), [1].findLastIndex((n) => n > 1)]',
      [2, 1, 1, -1],
    ],
    ['[[1].some((n) => n > 0), [1].every((n) => n > 1)]', [true, false]],
    ["'Abc'.charAt(1) + 'a'.concat('b') + 'abc'.slice(1) + 'a,b'.split(',').join('')", 'babbcab'],
    [
      "['ab'.startsWith('a'), 'ab'.endsWith('b'), 'ab'.indexOf('b'), 'aa'.lastIndexOf('a'), 'ab'.length]",
      [true, true, 1, 1, 2],
    ],
    ["'a'.toUpperCase() + 'B'.toLowerCase() + ' c '.trim() + ' d'.trimStart() + 'e '.trimEnd()", 'Abcde'],
    ["'a-b-c'.replace('-', '+') + 'a-b-c'.replaceAll('-', '')", 'a+b-cabc'],
    ['String.raw`a\\n${1}`', 'a\\n1'],
    ["[...'ab'].length + [...[1, 2]].length", 4],
    ['typeof undefined + typeof (() => 1)', 'undefinedfunction'],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });

  test('for-in, for-of, switch, spread, rest, destructuring and templates', () => {
    const body = `const { a, ...others } = { a: 1, b: 2 }; let text = '';
      for (const key in others) text = text + key;
      for (const [i, j] of [[1, 2]]) { if (i === 1) break; text = 'not here'; }
      switch (a) { case 1: for (const c of 'xy') text = \`\${text}\${c}\`; break; default: text = 'no'; }
      const sum = (...numbers) => numbers.reduce((x, y) => x + y, 0);
      return [text, sum(...[1, 2, 3])];`;
    expect(runBody(body)).toMatchObject({ value: ['bxy', 6] });
  });
});

describe('what APPSYNC_JS does not document is not there', () => {
  const GLOBALS = [
    'Array',
    'Date',
    'Map',
    'Set',
    'Promise',
    'RegExp',
    'Symbol',
    'Reflect',
    'Proxy',
    'Function',
    'Error',
    'BigInt',
    'parseInt',
    'parseFloat',
    'isNaN',
    'encodeURIComponent',
    'eval',
    'globalThis',
    'process',
    'require',
    'Buffer',
    'fetch',
    'setTimeout',
    'structuredClone',
    'Intl',
    'WebAssembly',
    'Boolean',
  ];
  test.each(GLOBALS)('the global %s', (name) => {
    expect(evaluate(`typeof ${name}`)).toBe('undefined');
    expect(faultOf(`${name}.x`)).toContain('ReferenceError');
  });

  test.each([
    "'a'.padStart(2)",
    "'a'.repeat(2)",
    "'a'.charCodeAt(0)",
    "'a'.includes('a')",
    "'a'.substring(1)",
    "'a'.match('a')",
    "'a'.localeCompare('b')",
    "'a'.at(0)",
    '[1].includes(1)',
    '[1].at(0)',
    '[1].entries()',
    '[1].toSorted()',
    '[1].toString()',
    '(1).toFixed(2)',
    '(1).toString()',
    'true.toString()',
    '({}).toString()',
    '({}).hasOwnProperty("a")',
    'Object.freeze({})',
    'Object.fromEntries([])',
    'Number.parseInt("1")',
    'Math.abs(-1)',
    'Object({})',
    'Number("1")',
    'String(1)',
    '(() => 1).call()',
    '(() => 1).apply()',
    '(() => 1).bind()',
    '({}).constructor()',
    '(() => 1).constructor("return 1")()',
    '[].constructor.constructor("return 1")()',
    'util.error.constructor("return 1")()',
  ])('%s', (expression) => {
    expect(faultOf(expression)).toContain('TypeError');
  });

  test('and objects do not turn into text silently', () => {
    expect(faultOf('`${{}}`')).toContain('TypeError');
    expect(faultOf('`${[1]}`')).toContain('TypeError');
  });
});

describe('what differs from other JavaScript', () => {
  test('JSON.parse gives a blank string for what is not JSON', () => {
    expect(evaluate("[JSON.parse('{'), JSON.parse(''), JSON.parse(undefined)]")).toEqual(['', '', '']);
  });

  test('sort takes no argument', () => {
    expect(faultOf('[2, 1].sort((a, b) => a - b)')).toContain('sort takes no argument');
  });

  test.each([
    "'a.b'.replace('.', '')",
    "'a b'.replaceAll('[ ]', '')",
    "'ab'.replace('a', '$&')",
    "'a'.replace('a', () => 'b')",
  ])('replace takes plain text only, as AppSync reads a Java regular expression: %s', (expression) => {
    expect(faultOf(expression)).toContain('String.prototype.replace');
  });
});

describe('a loop takes 1,000 rounds and fails loudly at one more', () => {
  const LOOPS: [string, string][] = [
    ['for-of', 'let n = 0; for (const a of ctx.args.list) { n += 1; } return n;'],
    ['for-of without a block', 'let n = 0; for (const a of ctx.args.list) n += 1; return n;'],
    ['for-in', 'let n = 0; for (const a in ctx.args.list) { n += 1; } return n;'],
    ['forEach', 'let n = 0; ctx.args.list.forEach(() => { n += 1; }); return n;'],
    ['map', 'return ctx.args.list.map((a) => a).length;'],
    ['filter', 'return ctx.args.list.filter((a) => true).length;'],
    ['flatMap', 'return ctx.args.list.flatMap((a) => [a]).length;'],
    ['reduce', 'return ctx.args.list.reduce((n, a) => n + 1, 0);'],
    ['reduceRight', 'return ctx.args.list.reduceRight((n, a) => n + 1, 0);'],
    ['find', 'let n = 0; ctx.args.list.find(() => { n += 1; return false; }); return n;'],
    ['findIndex', 'let n = 0; ctx.args.list.findIndex(() => { n += 1; return false; }); return n;'],
    ['findLast', 'let n = 0; ctx.args.list.findLast(() => { n += 1; return false; }); return n;'],
    ['findLastIndex', 'let n = 0; ctx.args.list.findLastIndex(() => { n += 1; return false; }); return n;'],
    ['some', 'let n = 0; ctx.args.list.some(() => { n += 1; return false; }); return n;'],
    ['every', 'let n = 0; ctx.args.list.every(() => { n += 1; return true; }); return n;'],
  ];
  const list = (length: number) => ({ arguments: { list: Array.from({ length }, () => 1) } });

  test.each(LOOPS)('%s', (_, body) => {
    expect(runBody(body, list(1000))).toMatchObject({ kind: 'value', value: 1000 });
    const message = expect.stringContaining('more than 1000 rounds');
    expect(runBody(body, list(1001))).toMatchObject({ kind: 'error', error: { errorType: 'Code', message } });
  });

  test('a longer list may be searched as long as it takes', () => {
    expect(runBody('return ctx.args.list.find((a) => a === 1);', list(5000))).toMatchObject({ value: 1 });
  });

  test('each loop counts for itself, nested ones too', () => {
    const nested = 'let n = 0; for (const a of ctx.args.list) for (const b of ctx.args.list) n += 1; return n;';
    expect(runBody(nested, list(900))).toMatchObject({ value: 810_000 });
  });
});
