import type { Backends, DataSourceDefinition, LambdaReply } from '../../definition.ts';
import type { DataSource } from '../dataSource.ts';
import { answered, type SourceAnswer } from '../sourceAnswer.ts';
import { badRequest, expectObject, expectString, optional, refuseUnknown } from '../requestShape.ts';
import { toSourceError } from '../serviceError.ts';

type LambdaDefinition = Extract<DataSourceDefinition, { type: 'AWS_LAMBDA' }>;
type InvocationType = 'RequestResponse' | 'Event';
type Call = (payload: unknown) => Promise<LambdaReply>;

const KNOWN = new Set(['operation', 'payload', 'invocationType']);

/** A Lambda function as AppSync's resolvers see it: it gets `payload` alone. */
export function lambdaSource({ name, functionArn, roleArn }: LambdaDefinition, backends: Backends): DataSource {
  return {
    name,
    service: 'Lambda',
    async invoke({ request, signal, batches, step }) {
      const given = expectObject(request, '$');
      refuseUnknown(given, KNOWN);
      const operation = expectString(given.operation, '$[operation]');
      const invocationType =
        optional(expectInvocationType, given.invocationType, '$[invocationType]') ?? 'RequestResponse';
      const call: Call = (payload) => backends.lambda({ functionArn, payload, invocationType, roleArn, signal });
      const payload = given.payload ?? null;
      if (operation === 'Invoke') return invokeOne(call, payload, invocationType, signal);
      if (operation !== 'BatchInvoke')
        throw badRequest(`Unsupported operation '${operation}'. A Lambda data source knows Invoke, BatchInvoke.`);
      return batches.add(step, step.maxBatchSize, payload, (payloads) =>
        invokeMany(call, payloads, invocationType, signal),
      );
    },
  };
}

async function invokeOne(
  call: Call,
  payload: unknown,
  type: InvocationType,
  signal: AbortSignal,
): Promise<SourceAnswer> {
  try {
    const reply = await call(payload);
    if (reply.functionError !== undefined) return functionFailed(reply);
    return answered(type === 'Event' ? null : (reply.payload ?? null));
  } catch (error) {
    return { result: null, error: toSourceError('Lambda', error, signal) };
  }
}

/** Each answer's result is its own element of the function's array, `{data, errorMessage, errorType}` or whatever else. */
async function invokeMany(
  call: Call,
  payloads: unknown[],
  type: InvocationType,
  signal: AbortSignal,
): Promise<SourceAnswer[]> {
  const whole = await invokeOne(call, payloads, type, signal);
  if (whole.error !== null || type === 'Event') return payloads.map(() => whole);
  const { result } = whole;
  if (Array.isArray(result) && result.length === payloads.length)
    return result.map((element) => answered(element ?? null));
  const got = Array.isArray(result) ? `an array of ${result.length}` : 'no array';
  const message = `The function must answer a BatchInvoke of ${payloads.length} with an array of as many elements, but answered ${got}.`;
  return payloads.map(() => ({ result: null, error: { type: 'Lambda:IllegalArgument', message } }));
}

/** Whatever the function threw, the type is `Lambda:Unhandled`: its own errorType does not get through, as users report. */
function functionFailed({ payload, functionError }: LambdaReply): SourceAnswer {
  const { errorMessage } = (payload ?? {}) as { errorMessage?: unknown };
  return {
    result: null,
    error: { type: `Lambda:${functionError}`, message: typeof errorMessage === 'string' ? errorMessage : '' },
  };
}

function expectInvocationType(value: unknown, path: string): InvocationType {
  if (value === 'RequestResponse' || value === 'Event') return value;
  throw badRequest(`'${path}' is '${String(value)}', but must be RequestResponse or Event.`);
}
