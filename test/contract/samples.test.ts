import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FunctionEntry, functions } from '../../functions/manifest.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('a function’s sample event', () => {
  it.each(Object.entries<FunctionEntry>(functions))('of %s is a JSON object beside its handler', (_, { handler }) => {
    const text = readFileSync(path.join(root, path.dirname(handler), 'sample.json'), 'utf8');
    const sample: unknown = JSON.parse(text);
    expect(sample).toBeTypeOf('object');
    expect(sample).not.toBeNull();
    expect(Array.isArray(sample)).toBe(false);
  });
});
