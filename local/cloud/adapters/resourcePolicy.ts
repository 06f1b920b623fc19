import type { z } from 'zod';
import { PolicyError } from '../../iam/policyError.ts';
import { compileResourcePolicy } from '../../messaging/policies/resourcePolicy.ts';
import type { PolicyDocument } from '../plan/rolePlan.ts';
import { findNotRun } from '../template/notRun.ts';
import { TemplateError } from '../template/templateError.ts';
import { type policyDocument, withoutNotRun } from './iam/policyDocument.ts';

/**
 * The policy of a resource, such as a queue, checked for what the local cloud can decide. What it allows for the sake of
 * resources that are not run, such as an alarm, is left out.
 * @throws {TemplateError} naming what cannot be decided
 */
export function resourcePolicy(document: z.output<typeof policyDocument>): PolicyDocument {
  const Statement = document.Statement.filter(
    (statement) => statement.Effect !== 'Allow' || findNotRun(statement.Condition) === undefined,
  );
  const policy = withoutNotRun({ ...document, Statement });
  try {
    compileResourcePolicy([policy], 'property PolicyDocument');
  } catch (error) {
    if (error instanceof PolicyError) throw new TemplateError(error.message, { cause: error });
    throw error;
  }
  return policy;
}
