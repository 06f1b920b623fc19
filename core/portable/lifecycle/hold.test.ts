import { expect, it } from 'vitest';
import { HOLD_SHARDS, holdAttributes } from './hold.ts';

it.each([
  ['01JZX5M2K8Q4T7V9W3Y6A1B2C3', '3'],
  ['5f0c8e9a-1b2c-4d3e-8f90-a1b2c3d4e5ff', 'F'],
  ['01jzx5m2k8q4t7v9w3y6a1b2cz', 'Z'],
  ['01JZX5M2K8Q4T7V9W3Y6A1B2C-', '0'],
])('the hold of %s is found in part %s of the index', (id, shard) => {
  expect(holdAttributes(id, 2, 1, 1).hold_shard).toBe(shard);
  expect(HOLD_SHARDS).toContain(shard);
});
