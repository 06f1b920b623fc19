import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReference, REFERENCE_ALPHABET, REFERENCE_LENGTH, referenceOf } from './reference.ts';

it('comes from the random end of a ULID', () => {
  expect(referenceOf('01JZX5M2K8Q4T7V9W3Y6A1B2C3')).toBe('Y6A1B2C3');
});

it('is read however somebody types it', () => {
  for (const text of ['7k3m-zq41', '7K3MZQ41', ' 7K3M ZQ4I', '7k3mzq4l']) expect(parseReference(text)).toBe('7K3MZQ41');
  expect(parseReference('OOOOOOOO')).toBe('00000000');
});

it.each(['', '7K3MZQ4', '7K3MZQ411', '7K3MZQ4U', '7K3M_ZQ4', 'ÄÄÄÄÄÄÄÄ'])('%s is none', (text) => {
  expect(parseReference(text)).toBeNull();
});

it('is itself when read', () => {
  const letter = fc.constantFrom(...REFERENCE_ALPHABET.split(''));
  const reference = fc.string({ unit: letter, minLength: REFERENCE_LENGTH, maxLength: REFERENCE_LENGTH });
  fc.assert(
    fc.property(reference, (any) => {
      expect(parseReference(any)).toBe(any);
    }),
  );
});
