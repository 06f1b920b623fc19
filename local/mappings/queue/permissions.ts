import type { QueueMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import { TemplateError } from '../../cloud/template/templateError.ts';
import type { QueueDeps } from './contract.ts';

const NEEDED = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/**
 * A mapping receives with the function's role; AWS refuses one whose role may not (Lambda Developer Guide, "Execution
 * role permissions" of Amazon SQS event sources).
 * @throws {TemplateError} naming every missing action
 */
export function requirePermissions(
  { name, roleArn, queueArn }: QueueMappingPlan,
  principals: QueueDeps['principals'],
): void {
  const missing = NEEDED.filter((action) => !principals.isAllowed(roleArn, action, queueArn).allowed);
  if (missing.length === 0) return;
  throw new TemplateError(
    `the mapping ${name}: the role ${roleArn} must be allowed ${missing.join(', ')} on ${queueArn}`,
  );
}
