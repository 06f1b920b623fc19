import { expect, test } from 'vitest';
import { readCommandLine } from './commandLine.ts';

test('file and options', () => {
  const args = ['a.csv', '--capacity', 'A=100,B=20', '--limit', '500', '--from', '2015-03-01', '--clients', '8'];
  expect(readCommandLine(args)).toEqual({
    file: 'a.csv',
    capacity: { A: 100, B: 20 },
    limit: 500,
    from: '2015-03-01',
    clients: 8,
  });
});

test('what cannot be understood is refused in words', () => {
  expect(() => readCommandLine([])).toThrow('Name one file');
  expect(() => readCommandLine(['a', 'b'])).toThrow('Name one file');
  expect(() => readCommandLine(['a', '--limit', '0'])).toThrow('--limit takes a whole number from 1, not 0.');
  expect(() => readCommandLine(['a', '--capacity', 'A:5'])).toThrow('--capacity takes');
  expect(() => readCommandLine(['a', '--from', 'May'])).toThrow('--from takes a date');
  expect(() => readCommandLine(['a', '--fast'])).toThrow("'--fast'");
});
