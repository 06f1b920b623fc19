import { expect, it } from 'vitest';
import { ask, guest, staff } from '../support/cloud.ts';
import { reconcile } from '../support/reconciliation.ts';

it('runs', async () => {
  const run = await reconcile();
  console.log(run);
  expect(run.status).toBe('SUCCEEDED');
});
