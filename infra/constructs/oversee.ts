import { Stack } from 'aws-cdk-lib';
import type { KeyrackFunction } from './function.ts';
import type { Messaging } from './messaging.ts';

const READ_LETTERS = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
];
const READ_STREAM = ['dynamodb:GetShardIterator', 'dynamodb:GetRecords'];

/** A function with its name in the manifest. */
type NamedFunction = { name: string; made: KeyrackFunction };

/**
 * Tells the functions that oversee the others what there is, by WORK, and lets them do their part with it. An environment
 * takes 4 KB, so queues and functions are given by name, and the address of one queue tells that of all: some 150
 * characters for each source of work.
 */
export function oversee(made: readonly NamedFunction[], messaging: Messaging): void {
  const queues = Object.entries(messaging.queues);
  const streams = made.flatMap(({ name, made: { function: target, sources } }) =>
    sources.flatMap(({ arn, stream, deadLetters }) =>
      stream ? [{ name: `${name}.${stream}`, arn, target, deadLetters }] : [],
    ),
  );
  const topics = Object.entries(messaging.topics);
  const work = {
    at: queues[0][1].queue.queueUrl,
    queues: Object.fromEntries(
      queues.map(([name, { queue, deadLetters }]) => [name, [queue.queueName, deadLetters.queueName]]),
    ),
    streams: Object.fromEntries(
      streams.map(({ name, target, deadLetters }) => [name, [target.functionName, deadLetters.queueName]]),
    ),
    topics: Object.fromEntries(topics.map(([name, topic]) => [name, topic.topicArn])),
  };
  const sourceQueues = queues.map(([, { queue }]) => queue.queueArn);
  const deadLetters = [...queues.map(([, pair]) => pair), ...streams].map((one) => one.deadLetters.queueArn);

  for (const overseer of overseers(made, 'redrive')) {
    tell(overseer, work);
    overseer.allow(READ_LETTERS, ...deadLetters);
    overseer.allow(['sqs:SendMessage'], ...sourceQueues);
    overseer.allow(['lambda:InvokeFunction'], ...unique(streams.map(({ target }) => target.functionArn)));
    overseer.allow(READ_STREAM, ...unique(streams.map(({ arn }) => arn)));
  }
  for (const overseer of overseers(made, 'watch')) {
    tell(overseer, work);
    overseer.allow(['sqs:GetQueueAttributes'], ...sourceQueues, ...deadLetters);
    overseer.allow(['sns:GetTopicAttributes'], ...topics.map(([, topic]) => topic.topicArn));
    // Metrics have no ARNs: the action knows no resource.
    overseer.allow(['cloudwatch:GetMetricData'], '*');
  }
}

const overseers = (made: readonly NamedFunction[], work: KeyrackFunction['work']): KeyrackFunction[] =>
  made.map((one) => one.made).filter((one) => one.work === work);

function tell(overseer: KeyrackFunction, work: object): void {
  overseer.function.addEnvironment('WORK', Stack.of(overseer).toJsonString(work));
}

const unique = (arns: string[]): string[] => [...new Set(arns)];
