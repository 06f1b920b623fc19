import { expect, test } from 'vitest';
import { ARMS, RATIOS } from './arms/arms.ts';
import { readCommandLine } from './commandLine.ts';

test('all arms unless some are named', () => {
  expect(readCommandLine([])).toEqual({ suite: 'selling', rounds: 5, seconds: 2, arms: ARMS, profile: false });
  const { arms } = readCommandLine(['--arm', 'page-3', '--arm', 'book', '--rounds', '2']);
  expect(arms.map(({ name }) => name)).toEqual([
    'page-3',
    'page-3-same',
    'page-3-overlap',
    'page-3-overlap-patient',
    'page-3-same-overlap',
    'book-room',
  ]);
});

test('a suite by its name', () => {
  expect(readCommandLine(['cache', '--rounds', '3'])).toMatchObject({ suite: 'cache', rounds: 3 });
  expect(() => readCommandLine(['cash'])).toThrow('There is no suite cash.');
});

test('what cannot be understood is refused in words', () => {
  expect(() => readCommandLine(['--arm', 'pgae'])).toThrow("No arm's name begins with pgae.");
  expect(() => readCommandLine(['--seconds', '1.5'])).toThrow('--seconds takes a whole number from 1, not 1.5.');
  expect(() => readCommandLine(['--fast'])).toThrow("'--fast'");
});

test('names are unique, and every ratio is of two arms', () => {
  const names = ARMS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { of, to } of RATIOS) expect(names).toEqual(expect.arrayContaining([of, to]));
});
