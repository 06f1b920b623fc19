import { NO_VALUE } from './evaluation/scope.ts';

/** Where a stack of the assembly is deployed to. */
export type Environment = { stackName: string; region: string; accountId: string };

/** `AWS::Region` and its kin; undefined for a name that is no pseudo parameter known here (`AWS::NotificationARNs`). */
export function pseudoParameter(name: string, { stackName, region, accountId }: Environment): unknown {
  const values: Record<string, unknown> = {
    'AWS::AccountId': accountId,
    'AWS::NoValue': NO_VALUE,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  return values[name];
}
