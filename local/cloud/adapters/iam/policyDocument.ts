import { z } from 'zod';
import type { PolicyDocument } from '../../plan/rolePlan.ts';
import { NotRun } from '../../template/notRun.ts';
import { properties } from '../shapes.ts';

/**
 * An IAM policy document. Its statements' meaning is the evaluator's business (local/iam); only `Resource` is looked
 * at here, for it may name resources that are not run.
 */
export const policyDocument = properties({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.union([
    z.array(z.record(z.string(), z.unknown())),
    z.record(z.string(), z.unknown()).transform((one) => [one]),
  ]),
});

/** The document without grants on resources that are not run, such as a key or a log group. */
export function withoutNotRun(document: z.output<typeof policyDocument>): PolicyDocument {
  return { ...document, Statement: document.Statement.flatMap(runnable) };
}

function runnable(statement: Record<string, unknown>): Record<string, unknown>[] {
  const named = [statement.Resource ?? []].flat();
  const run = named.filter((resource) => !(resource instanceof NotRun));
  if (run.length === named.length) return [statement];
  return run.length === 0 ? [] : [{ ...statement, Resource: run }];
}
