import { expect, test } from 'vitest';
import { cases } from './cases.ts';
import { loadEvaluator } from './evaluateCode.ts';
import { evaluateLocally } from './local.ts';

test.each(cases)('the local runtime takes the case: $name', (item) => {
  const { evaluationResult, error } = evaluateLocally(item);
  expect(evaluationResult === null).toBe(error !== null);
});

test('without the SDK it says what to install', async () => {
  await expect(loadEvaluator('eu-west-1')).rejects.toThrow('npm install --no-save @aws-sdk/client-appsync');
});
