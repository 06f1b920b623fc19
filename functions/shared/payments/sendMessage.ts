import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { PaymentMessage } from '../../../core/payments/paymentMessage.ts';
import { environment } from '../environment.ts';
import { TIMEOUTS } from '../timeouts.ts';

const { queueUrl } = environment({ queueUrl: 'PAYMENTS_QUEUE' });
const client = new SQSClient(TIMEOUTS);

/** Has a payment looked at. The group makes the queue share fairly between payments. */
export async function sendPaymentMessage(message: PaymentMessage): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify(message),
      MessageGroupId: 'reference' in message ? message.reference : message.bookingId,
    }),
  );
}
