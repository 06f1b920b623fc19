import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FunctionEntry, functions, queues, topics } from '../../functions/manifest.ts';

const runbook = readFileSync(path.resolve(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const headings = [...runbook.matchAll(/^### (.+)$/gm)].flatMap(([, text]) => text.split(', '));

const streams = Object.entries<FunctionEntry>(functions).flatMap(([name, { triggers = [] }]) =>
  triggers.flatMap((trigger) => ('stream' in trigger ? [`${name}.${trigger.stream}`] : [])),
);

describe('docs/runbook.md says what to do about', () => {
  it.each([...Object.keys(queues), ...streams])('the dead letters of %s', (name) => {
    expect(headings).toContain(name);
  });

  it.each(Object.keys(topics))('the topic %s', (name) => {
    expect(headings).toContain(`${name} topic`);
  });
});
