import type { HandlerError } from '../../../contract.ts';
import { jsonCopy } from '../../../jsonCopy.ts';
import { invocation, leave } from '../../invocation.ts';
import { text } from '../arguments.ts';

/** The functions of `util` that make GraphQL errors. */
export const errors = {
  error(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): never {
    leave({ kind: 'error', error: handlerError('util.error', message, errorType, data, errorInfo) });
  },

  appendError(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): void {
    const error = handlerError('util.appendError', message, errorType, data, errorInfo);
    const { appended, outErrors } = invocation();
    appended.push(error);
    outErrors.push(jsonCopy(error) as HandlerError);
  },

  /** The same error as for a field that the authorization directives deny. */
  unauthorized(): never {
    const { fieldName, parentTypeName } = invocation().context.info;
    const message = `Not Authorized to access ${fieldName} on type ${parentTypeName}`;
    leave({ kind: 'error', error: { message, errorType: 'Unauthorized', data: null, errorInfo: null } });
  },
};

function handlerError(of: string, message: unknown, type: unknown, data: unknown, errorInfo: unknown): HandlerError {
  return {
    message: text(of, message),
    errorType: type === undefined || type === null ? null : text(of, type),
    // As it is now: a later change to the object must not change the error.
    data: jsonCopy(data) ?? null,
    errorInfo: jsonCopy(errorInfo) ?? null,
  };
}
