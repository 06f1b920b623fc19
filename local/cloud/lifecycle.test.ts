import { expect, it } from 'vitest';
import { Lifecycle } from './lifecycle.ts';

it('stops what was started last first, once, even when one fails', async () => {
  const stopped: string[] = [];
  const lifecycle = new Lifecycle();
  lifecycle.add('engine', () => void stopped.push('engine'));
  lifecycle.add('endpoint', async () => {
    throw new Error('stuck');
  });
  lifecycle.add('api', () => void stopped.push('api'));
  await expect(lifecycle.stop()).rejects.toThrow('endpoint did not stop: stuck');
  await expect(lifecycle.stop()).rejects.toThrow('endpoint did not stop: stuck');
  expect(stopped).toEqual(['api', 'engine']);
});
