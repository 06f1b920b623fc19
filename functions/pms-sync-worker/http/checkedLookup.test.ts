import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { checkedLookup, checkEndpoint, isLocalCloud } from './checkedLookup.ts';

describe('an endpoint', () => {
  const check = (url: string, allowsLoopback: boolean) => () => checkEndpoint(new URL(url), allowsLoopback);

  it('is https to a name', () => {
    expect(check('https://pms.example.com/in', false)).not.toThrow();
    expect(check('http://pms.example.com/in', true)).toThrow('not https');
    for (const host of ['10.0.0.1', '8.8.8.8', '[::1]', '2130706433', '0x7f.1']) {
      expect(check(`https://${host}/in`, false)).toThrow('an address');
    }
  });

  it('is on loopback in a local cloud only', () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) {
      expect(check(`http://${host}/in`, true)).not.toThrow();
      expect(check(`http://${host}/in`, false)).toThrow('not https');
    }
  });
});

it('a local cloud is known by its services', () => {
  const endpoints = [undefined, 'https://dynamodb.us-west-2.amazonaws.com', 'http://127.0.0.1:4566'];
  expect(endpoints.map(isLocalCloud)).toEqual([false, false, true]);
});

describe('a look-up', () => {
  const lookUp = (name: string, allowsLoopback: boolean, all: boolean) =>
    new Promise<string | LookupAddress[]>((resolve, reject) => {
      checkedLookup(allowsLoopback)(name, { all }, (error, address) => (error ? reject(error) : resolve(address)));
    });

  it('refuses a name that leads to this machine', async () => {
    for (const all of [true, false]) {
      await expect(lookUp('localhost', false, all)).rejects.toThrow('endpoint not allowed: a private address');
    }
  });

  it('lets it through in a local cloud, in the form that was asked for', async () => {
    expect(await lookUp('localhost', true, false)).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(await lookUp('localhost', true, true)).toContainEqual({ address: '127.0.0.1', family: 4 });
  });
});
