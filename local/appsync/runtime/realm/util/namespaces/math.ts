import type { Util } from '@aws-appsync/utils';
import { Failure, floor, max, min, random, round } from '../../intrinsics.ts';
import { number } from '../arguments.ts';

export const math = {
  roundNum: (value: number): number => round(number('util.math.roundNum', value)),
  minVal: (a: number, b: number): number => min(number('util.math.minVal', a), number('util.math.minVal', b)),
  maxVal: (a: number, b: number): number => max(number('util.math.maxVal', a), number('util.math.maxVal', b)),
  randomDouble: (): number => random(),

  /** From `start` up to, not including, `end`: which end is open is not documented. */
  randomWithinRange(start: number, end: number): number {
    const name = 'util.math.randomWithinRange';
    const from = number(name, start);
    const to = number(name, end);
    if (to <= from) throw new Failure(`${name}: the range ${from} to ${to} is empty`);
    return floor(from + random() * (to - from));
  },
} satisfies Util['math'];
