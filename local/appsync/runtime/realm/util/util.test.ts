import { describe, expect, test } from 'vitest';
import { evaluate, faultOf, runBody } from '../../testing/evaluate.ts';

describe('errors', () => {
  test('util.error ends the handler with its message, type, data and info', () => {
    expect(runBody("ctx.stash.a = 1; util.error('m', 'T', { a: 1 }, { b: 2 }); ctx.stash.a = 2;")).toMatchObject({
      kind: 'error',
      error: { message: 'm', errorType: 'T', data: { a: 1 }, errorInfo: { b: 2 } },
      stash: { a: 1 },
    });
    expect(runBody("util.error('m');")).toMatchObject({
      error: { message: 'm', errorType: null, data: null, errorInfo: null },
    });
  });

  test('util.unauthorized names the field', () => {
    expect(runBody('util.unauthorized();')).toMatchObject({
      kind: 'error',
      error: { message: 'Not Authorized to access bookRoom on type Mutation', errorType: 'Unauthorized' },
    });
  });

  test('util.appendError lets the handler go on, and keeps what it was given at the time', () => {
    const body =
      "const data = { a: 1 }; util.appendError('m', 'T', data); data.a = 2; ctx.outErrors.push('x'); return 1;";
    expect(runBody(body)).toMatchObject({
      kind: 'value',
      value: 1,
      appended: [{ message: 'm', errorType: 'T', data: { a: 1 }, errorInfo: null }],
    });
    expect(runBody("util.appendError('m'); util.error('n');")).toMatchObject({
      kind: 'error',
      appended: [{ message: 'm' }],
    });
  });

  test('a message that is no text is refused', () => {
    expect(faultOf('util.error({ a: 1 })')).toContain('util.error takes a string');
  });
});

describe('ids and the request', () => {
  test('autoId is a version 4 UUID', () => {
    expect(evaluate('util.autoId()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('autoUlid and autoKsuid sort by the time they were made', () => {
    const ulids = evaluate('[util.autoUlid(), util.autoUlid(), util.autoUlid()]') as string[];
    expect(ulids).toEqual(ulids.toSorted());
    for (const ulid of ulids) expect(ulid).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(evaluate('util.autoKsuid()')).toMatch(/^[0-9A-Za-z]{27}$/);
  });

  test('authType tells how the caller was authorized', () => {
    expect(evaluate('util.authType()', { authType: 'User Pool Authorization' })).toBe('User Pool Authorization');
    expect(evaluate('ctx.authType === undefined')).toBe(true);
  });
});

describe('encoding', () => {
  test.each([
    ["util.urlEncode('a b&c=d/é~*-._!')", 'a+b%26c%3Dd%2F%C3%A9%7E*-._%21'],
    ["util.urlEncode('😀')", '%F0%9F%98%80'],
    ["util.urlDecode('a+b%26c%C3%A9')", 'a b&cé'],
    ["util.base64Encode('héllo')", 'aMOpbGxv'],
    ["util.base64Decode('aMOpbGxv')", 'héllo'],
    [`util.escapeJavaScript('a"b\\'c/d\\\\e\\nfé')`, `a\\"b\\'c\\/d\\\\e\\nf\\u00E9`],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });

  test('what is not text, or not encoded text, is refused', () => {
    expect(faultOf('util.base64Encode(1)')).toContain('util.base64Encode takes a string');
    expect(faultOf("util.urlDecode('%')")).toContain('URIError');
  });
});

describe('util.matches', () => {
  test('is true when the whole value matches', () => {
    expect(
      evaluate("[util.matches('a*b', 'aaaaab'), util.matches('^[A-Z]{2}$', 'DE'), util.matches('^a$', 'b')]"),
    ).toEqual([true, true, false]);
  });

  test('a match of a part only is refused: what AppSync answers is not documented', () => {
    expect(faultOf("util.matches('b', 'abc')")).toContain('a part of the value only');
  });

  test.each(['a++', '\\\\Qa\\\\E', '\\\\Aa', '\\\\p{Alpha}', '[a&&b]', '(?>a)'])(
    'what only Java has is refused: %s',
    (pattern) => {
      expect(faultOf(`util.matches('${pattern}', 'a')`)).toMatch(/SyntaxError|not supported/);
    },
  );
});

describe('str, math, http', () => {
  test('normalize', () => {
    expect(evaluate("[util.str.normalize('e\\u0301', 'nfc').length, util.str.normalize('é', 'nfd').length]")).toEqual([
      1, 2,
    ]);
    expect(faultOf("util.str.normalize('a', 'NFC')")).toContain('nfc, nfd, nfkc or nfkd');
  });

  test('math', () => {
    expect(evaluate('[util.math.roundNum(2.5), util.math.minVal(1, 2), util.math.maxVal(1, 2)]')).toEqual([3, 1, 2]);
    const random = evaluate('[util.math.randomDouble(), util.math.randomWithinRange(3, 5)]') as [number, number];
    expect(random[0]).toBeLessThan(1);
    expect([3, 4]).toContain(random[1]);
    expect(faultOf("util.math.minVal('1', 2)")).toContain('takes a number');
  });

  test('copyHeaders leaves out what must not be forwarded', () => {
    const given = { request: { headers: { Host: 'h', 'content-length': '1', 'x-trace': 't' }, domainName: null } };
    expect(evaluate('util.http.copyHeaders(ctx.request.headers)', given)).toEqual({ 'x-trace': 't' });
  });
});
