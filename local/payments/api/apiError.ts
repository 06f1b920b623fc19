/** The `error` of an answer, as Stripe's API reference ("Errors") names its fields. */
export type ErrorBody = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
};

/** A request that is refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }

  /** Did the operation find out while it worked, not when it read its parameters? */
  get hasBegun(): boolean {
    return this.status === 402 || STATES.has(this.body.code ?? '');
  }
}

/** Codes that speak of a payment's state. */
const STATES: ReadonlySet<string> = new Set(['payment_intent_unexpected_state', 'charge_already_refunded']);

export function invalid(message: string, more: Partial<ErrorBody> = {}, status = 400): ApiError {
  return new ApiError(status, { type: 'invalid_request_error', message, ...more });
}

export function missing(kind: string, id: string): ApiError {
  return invalid(`No such ${kind}: '${id}'`, { code: 'resource_missing', param: 'intent' }, 404);
}
