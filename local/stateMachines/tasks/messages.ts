import { parameters, type Task, textOf } from './task.ts';

const QUEUE_OPTIONS = ['DelaySeconds', 'MessageAttributes', 'MessageDeduplicationId', 'MessageGroupId'];
const TOPIC_OPTIONS = ['Subject', 'MessageAttributes', 'MessageDeduplicationId', 'MessageGroupId'];

/** `arn:aws:states:::sqs:sendMessage` */
export const sendMessage: Task = async (given, roleArn, { messaging }) => {
  const wanted = parameters(given, ['QueueUrl', 'MessageBody'], QUEUE_OPTIONS);
  const input = { ...wanted, MessageBody: textOf(wanted.MessageBody) };
  return messaging({ service: 'sqs', operation: 'SendMessage', input, as: { roleArn } });
};

/** `arn:aws:states:::sns:publish` */
export const publish: Task = async (given, roleArn, { messaging }) => {
  const wanted = parameters(given, ['TopicArn', 'Message'], TOPIC_OPTIONS);
  const input = { ...wanted, Message: textOf(wanted.Message) };
  return messaging({ service: 'sns', operation: 'Publish', input, as: { roleArn } });
};
