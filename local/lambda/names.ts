import { AwsServiceError } from '../appsync/definition.ts';

/**
 * The function's name out of what Invoke takes: a name, `<account>:function:<name>`, or an ARN.
 * @throws {AwsServiceError} when a version or alias is named that is not `$LATEST`: the local cloud has no others
 */
export function functionName(text: string): string {
  const [name = '', qualifier] = text.includes(':function:')
    ? (text.split(':function:')[1] ?? '').split(':')
    : text.split(':');
  if (qualifier !== undefined && qualifier !== '$LATEST') {
    const message = `The local cloud has no versions or aliases, so there is no ${name}:${qualifier}.`;
    throw new AwsServiceError('ResourceNotFoundException', message, 404);
  }
  return name;
}
