import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Generation, generateSecret } from './generate.ts';

const plain: Generation = {
  length: 32,
  exclude: '',
  excludeLowercase: false,
  excludeUppercase: false,
  excludeNumbers: false,
  excludePunctuation: false,
  includeSpace: false,
  requireEachIncludedType: true,
  template: null,
};

it('has the length and one of each kind, and nothing excluded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 64 }), fc.string({ maxLength: 6 }), (length, exclude) => {
      const secret = generateSecret({ ...plain, length, exclude, includeSpace: true });
      const left = (kind: string) => [...kind].some((one) => !exclude.includes(one));
      expect(secret).toHaveLength(length);
      expect([...secret].filter((one) => exclude.includes(one))).toEqual([]);
      if (left('abcdefghijklmnopqrstuvwxyz')) expect(secret).toMatch(/[a-z]/);
      if (left('0123456789')) expect(secret).toMatch(/\d/);
    }),
  );
});

it('is another one each time, in a template where there is one', () => {
  const template = { json: { username: 'admin' }, key: 'password' };
  const [one, two] = [1, 2].map(
    () => JSON.parse(generateSecret({ ...plain, excludePunctuation: true, template })) as object,
  );
  expect(one).toEqual({ username: 'admin', password: expect.stringMatching(/^[A-Za-z0-9]{32}$/) });
  expect(one).not.toEqual(two);
});

it('cannot be made of nothing', () => {
  const none = { excludeLowercase: true, excludeUppercase: true, excludeNumbers: true, excludePunctuation: true };
  expect(() => generateSecret({ ...plain, ...none })).toThrow('All characters of the secret are excluded.');
  expect(() => generateSecret({ ...plain, length: 3 })).toThrow('cannot have one of each of 4 kinds');
});
