import { describe, expect, it } from 'vitest';
import { compileQueueFilter } from './queueFilter.ts';
import { compileStreamFilter } from './streamFilter.ts';

const texts = (...patterns: unknown[]): string[] => patterns.map((pattern) => JSON.stringify(pattern));

describe('filters of a stream', () => {
  const record = { eventName: 'MODIFY', dynamodb: { NewImage: { available_units: { L: [] }, id: { S: 'p1' } } } };

  it('pass everything when there are none', () => {
    expect(compileStreamFilter([])(record)).toBe(true);
  });

  it('pass what one of them matches', () => {
    const passes = compileStreamFilter(
      texts({ eventName: ['INSERT'] }, { dynamodb: { NewImage: { id: { S: [{ prefix: 'p' }] } } } }),
    );
    expect(passes(record)).toBe(true);
    expect(passes({ ...record, dynamodb: {} })).toBe(false);
    expect(passes({ eventName: 'INSERT' })).toBe(true);
  });

  it('see numbers as the texts they are in a stream', () => {
    const numbered = { dynamodb: { NewImage: { units: { N: '5' } } } };
    expect(compileStreamFilter(texts({ dynamodb: { NewImage: { units: { N: ['5'] } } } }))(numbered)).toBe(true);
    expect(
      compileStreamFilter(texts({ dynamodb: { NewImage: { units: { N: [{ numeric: ['=', 5] }] } } } }))(numbered),
    ).toBe(false);
  });

  it.each([
    ['text that is not JSON', ['{'], 'the filter { is not JSON'],
    ['too many', Array<string>(11).fill('{"a":["x"]}'), 'there are 11 filters, Lambda takes 10'],
    ['an unknown operator', texts({ a: [{ like: 'x' }] }), 'a[0] has the operator "like"'],
  ])('are refused: %s', (_what, filters, message) => {
    expect(() => compileStreamFilter(filters)).toThrow(message);
  });
});

describe('filters of a queue', () => {
  const json = (body: unknown) => ({
    messageId: 'm1',
    body: JSON.stringify(body),
    attributes: { MessageGroupId: 'g1' },
  });
  const plain = (body: string) => ({ messageId: 'm1', body, attributes: { MessageGroupId: 'g1' } });

  it('see a body of JSON where they want an object', () => {
    const passes = compileQueueFilter(texts({ body: { kind: ['webhook'] } }));
    expect(passes(json({ kind: 'webhook', more: 1 }))).toBe(true);
    expect(passes(json({ kind: 'ota' }))).toBe(false);
    expect(passes(plain('webhook'))).toBe(false);
    expect(passes({ messageId: 'm1' })).toBe(false);
  });

  it('see a body of text where they want a value', () => {
    const passes = compileQueueFilter(texts({ body: [{ prefix: 'go' }] }));
    expect(passes(plain('go on'))).toBe(true);
    expect(passes(plain('stop'))).toBe(false);
    expect(passes(json({ go: 1 }))).toBe(false);
  });

  it('leave the body alone where they do not speak of it', () => {
    const passes = compileQueueFilter(texts({ attributes: { MessageGroupId: ['g1'] } }));
    expect(passes(plain('anything'))).toBe(true);
    expect(passes(json({}))).toBe(true);
    expect(passes({ ...plain('x'), attributes: {} })).toBe(false);
  });

  it('pass everything when there are none', () => {
    expect(compileQueueFilter([])(plain('x'))).toBe(true);
  });
});
