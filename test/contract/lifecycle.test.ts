import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { standingOf } from '../../core/portable/lifecycle/standing.ts';
import { TRANSITIONS } from '../../core/portable/lifecycle/transitions.ts';
import type { BookingStatus } from '../../generated/types.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/booking-lifecycle.md'), 'utf8');

it('docs/booking-lifecycle.md draws every transition there is, and no other', () => {
  const drawn = [...text.matchAll(/^ {2}([A-Z_]+) --> ([A-Z_]+) : (\w+)$/gm)].map(([, from, to, command]) =>
    [command, from, to].join(' '),
  );
  const real = Object.entries(TRANSITIONS).flatMap(([command, moves]) =>
    Object.entries(moves).flatMap(([from, ends]) => ends.map((to) => [command, from, to].join(' '))),
  );
  expect(drawn.sort()).toEqual(real.sort());
});

it('docs/booking-lifecycle.md says where the units of each status are', () => {
  const rows = [...text.matchAll(/^\| (none|held|sold) \| ([A-Z_ ]+) \|/gm)];
  expect(rows).toHaveLength(3);
  const told = rows.flatMap(([, standing, statuses]) => statuses.split(' ').map((status) => [status, standing]));
  for (const [status, standing] of told) {
    expect(standingOf(status as BookingStatus).toLowerCase(), status).toBe(standing);
  }
  const known = Object.values(TRANSITIONS).flatMap((moves) => [...Object.keys(moves), ...Object.values(moves).flat()]);
  expect(told.map(([status]) => status).sort()).toEqual([...new Set(known)].sort());
});
