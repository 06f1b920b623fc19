/**
 * A request that fails before any field runs: the answer is `{errors: [{errorType, message}]}` with this status.
 * Source of shapes and wording: what the AppSync team told the GraphQL over HTTP working group of AppSync's behaviour.
 */
export class RequestError extends Error {
  readonly status: number;
  readonly errorType: string;

  constructor(status: number, errorType: string, message: string) {
    super(message);
    this.name = errorType;
    this.status = status;
    this.errorType = errorType;
  }
}

/** 401: no credentials, or none that hold. */
export class UnauthorizedError extends RequestError {
  constructor(message = 'You are not authorized to make this call.') {
    super(401, 'UnauthorizedException', message);
  }
}

export const emptyBody = () => new RequestError(400, 'MalformedHttpRequestException', 'Request body is empty.');
export const unparsable = () =>
  new RequestError(400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.');
/** What AppSync has answered since it dropped subscriptions over MQTT. */
export const subscriptionOverHttp = () =>
  new RequestError(400, 'BadRequestException', 'Subscriptions over MQTT is not supported.');
