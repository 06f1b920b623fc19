import { expect, it } from 'vitest';
import { inOrder } from './order.ts';
import { referencesOf } from './references.ts';

it('puts each name after all it needs, and otherwise keeps the order', () => {
  const needs: Record<string, string[]> = { a: ['c'], b: [], c: ['d', 'elsewhere'], d: [] };
  expect(inOrder(['a', 'b', 'c', 'd'], (name) => needs[name] ?? [])).toEqual(['d', 'c', 'a', 'b']);
});

it('names a circle', () => {
  const needs: Record<string, string[]> = { a: ['b'], b: ['c'], c: ['b'] };
  expect(() => inOrder(['a', 'b', 'c'], (name) => needs[name] ?? [])).toThrow('circular dependency: b -> c -> b');
});

it('finds references at any depth', () => {
  const properties = {
    A: { Ref: 'One' },
    B: [{ 'Fn::Join': ['', ['x', { 'Fn::GetAtt': ['Two', 'Arn'] }]] }],
    C: { 'Fn::Sub': ['${Three.Arn} ${!Not} ${Local}', { Local: { 'Fn::GetAtt': 'Four.Arn' } }] },
  };
  expect([...referencesOf(properties)].sort()).toEqual(['Four', 'Local', 'One', 'Three', 'Two']);
});
