import { NotRun } from '../notRun.ts';

const REFERENCE = /\{\{resolve:([^{}]*)\}\}/g;

/**
 * Replaces `{{resolve:...}}` in every text of a value, at any depth. CloudFormation does this last, once every intrinsic
 * function is carried out, for a reference is often joined from pieces.
 * @param resolve gets what stands after `resolve:`
 */
export function resolveDynamicReferences(value: unknown, resolve: (reference: string) => string): unknown {
  if (typeof value === 'string') return value.replace(REFERENCE, (_, reference: string) => resolve(reference));
  if (Array.isArray(value)) return value.map((item) => resolveDynamicReferences(item, resolve));
  if (typeof value !== 'object' || value === null || value instanceof NotRun) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveDynamicReferences(item, resolve)]));
}
