import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { TIMEOUTS } from '../../shared/timeouts.ts';

const client = new SNSClient(TIMEOUTS);

/** Asks for the topic's attributes. @throws when it does not answer */
export async function askTopic(arn: string): Promise<null> {
  await client.send(new GetTopicAttributesCommand({ TopicArn: arn }));
  return null;
}
