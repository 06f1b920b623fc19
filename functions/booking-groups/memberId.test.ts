import { expect, it } from 'vitest';
import { memberId } from './memberId.ts';

it('gives each place of each group a UUID of its own, always the same', () => {
  const ids = ['g', 'h'].flatMap((group) => Array.from({ length: 20 }, (_, place) => memberId(group, place)));
  expect(new Set(ids).size).toBe(40);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(memberId('g', 3)).toBe(ids[3]);
});
