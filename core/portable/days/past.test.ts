import { expect, it } from 'vitest';
import { pastRefusal } from './past.ts';

it('today is not past, yesterday is', () => {
  expect(pastRefusal('arrival', '2027-03-01', '2027-03-01')).toBeNull();
  expect(pastRefusal('arrival', '2027-02-28', '2027-03-01')).toEqual({
    type: 'InvalidInput',
    message: 'arrival 2027-02-28 lies in the past.',
  });
});
