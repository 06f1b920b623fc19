import { arnWildcard } from '../../../iam/wildcard.ts';

/** One `AWS::Lambda::Permission` to invoke: which service may, and for what. */
export type FunctionPermission = {
  functionArn: string;
  /** e.g. `events.amazonaws.com`. */
  service: string;
  /** For which resource it may, perhaps with wildcards; null for any. */
  sourceArn: string | null;
  /** Of which account; null for any. */
  sourceAccount: string | null;
};

export type FunctionPermits = (request: { functionArn: string; service: string; sourceArn: string }) => boolean;

/** Whether the functions' permissions let a service in. */
export function createFunctionPermits(permissions: readonly FunctionPermission[]): FunctionPermits {
  const rules = permissions.map(({ sourceArn, sourceAccount, ...permission }) => ({
    ...permission,
    isSource: sourceArn === null ? () => true : arnWildcard(sourceArn),
    isAccount: (arn: string) => sourceAccount === null || arn.split(':')[4] === sourceAccount,
  }));
  return (request) =>
    rules.some(
      ({ functionArn, service, isSource, isAccount }) =>
        functionArn === request.functionArn &&
        service === request.service &&
        isSource(request.sourceArn) &&
        isAccount(request.sourceArn),
    );
}
