import { expect, it } from 'vitest';
import type { FunctionPlan } from '../plan/functionPlan.ts';
import { changeSettings } from './changeSettings.ts';

const having = (environment: Record<string, string>) => ({ environment }) as FunctionPlan;

it('changes a variable wherever a template sets it', () => {
  const functions = [having({ WAIT: '300', OTHER: 'kept' }), having({ WAIT: '10' }), having({})];
  changeSettings(functions, { WAIT: '1' });
  expect(functions.map(({ environment }) => environment)).toEqual([{ WAIT: '1', OTHER: 'kept' }, { WAIT: '1' }, {}]);
});

it('refuses a variable that no function has', () => {
  expect(() => changeSettings([having({})], { WIAT: '1' })).toThrow(
    'no function of the templates has the setting WIAT',
  );
});
