import type { StreamMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import { TemplateError } from '../../cloud/template/templateError.ts';
import type { StreamDeps } from './contract.ts';

/**
 * A mapping reads with the function's role, and tells of failures with it; AWS refuses one whose role may not (Lambda
 * Developer Guide, "Execution role permissions" of DynamoDB event sources).
 * @throws {TemplateError} naming every missing action
 */
export function requirePermissions(plan: StreamMappingPlan, principals: StreamDeps['principals']): void {
  const { roleArn, streamArn, onFailure } = plan;
  const may = (action: string, resource: string): boolean => principals.isAllowed(roleArn, action, resource).allowed;
  const missing = ['GetRecords', 'GetShardIterator', 'DescribeStream']
    .map((name) => `dynamodb:${name}`)
    .filter((action) => !may(action, streamArn))
    .map((action) => `${action} on ${streamArn}`);
  // It has no resource of its own, but policies are written as if it had.
  if (!may('dynamodb:ListStreams', '*') && !may('dynamodb:ListStreams', streamArn))
    missing.push('dynamodb:ListStreams on *');
  if (onFailure !== null) {
    const action = onFailure.startsWith('arn:aws:sns:') ? 'sns:Publish' : 'sqs:SendMessage';
    if (!may(action, onFailure)) missing.push(`${action} on ${onFailure}`);
  }
  if (missing.length === 0) return;
  throw new TemplateError(`the mapping ${plan.name}: the role ${roleArn} must be allowed ${missing.join(', ')}`);
}
