import type { AwsServiceError } from '../appsync/definition.ts';
import type { Answer } from './answer.ts';

/** An error as REST services answer it: its name in a header. */
export function restError({ code, message, statusCode, body }: AwsServiceError): Answer {
  return {
    status: statusCode,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ ...body, Message: message }),
  };
}
