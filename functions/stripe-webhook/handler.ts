import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';
import { sendPaymentMessage } from '../shared/payments/sendMessage.ts';
import { referenceOf } from './referenceOf.ts';
import { isSeen, noteSeen } from './seenEvents.ts';
import { verify } from './verify.ts';

export type Answer = { statusCode: number; headers: Record<string, string>; body: string };

/**
 * Takes the payment provider's webhooks: what it did not sign is 400, what is new goes to the queue, and all the rest is
 * done by whoever reads that. An event is remembered once it was handed on, so none is lost; one that comes twice at the
 * same moment is handed on twice, which is no matter, for it says no more than that there is something to look at.
 * @throws where secret, table or queue do not answer: the provider gets a 5xx and comes again
 */
export async function handler(request: LambdaFunctionURLEvent): Promise<Answer> {
  const event = await verify(request);
  if (event === null) {
    measure('PaymentWebhooksRefused', 1);
    logger.warn('webhook refused', { sourceIp: request.requestContext.http.sourceIp });
    return answer(400, { error: 'The signature is missing, forged or too old.' });
  }
  const reference = referenceOf(event);
  if (reference === null || (await isSeen(event.id))) return answer(200, { received: true });
  await sendPaymentMessage({ reference });
  await noteSeen(event.id, event.type, Date.now());
  return answer(200, { received: true });
}

function answer(statusCode: number, body: object): Answer {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
