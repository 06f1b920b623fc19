import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';

export const STREAM_ARN = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Bookings/stream/1';

/** A write of one item. */
export function streamRecord(item: string, sequence: number): DynamoDBRecord {
  return {
    eventID: `${item}-${sequence}`,
    eventName: 'MODIFY',
    eventSourceARN: STREAM_ARN,
    dynamodb: {
      Keys: { id: { S: item } },
      SequenceNumber: `${sequence}`,
      NewImage: { id: { S: item }, version: { N: `${sequence}` }, nights: { NS: ['2', '1'] } },
    },
  };
}

type Message = { queueArn: string; id: string; group?: string; receives?: number; body?: string };

/** A message of a queue, as Lambda hands it on. */
export function queueMessage({ queueArn, id, group, receives = 1, body = id }: Message): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: `${receives}`,
      SentTimestamp: '0',
      SenderId: 'x',
      ApproximateFirstReceiveTimestamp: '0',
      ...(group ? { MessageGroupId: group } : {}),
    },
    messageAttributes: {
      pms_kind: { stringValue: 'WEBHOOK', dataType: 'String' },
      key: { binaryValue: Buffer.from('secret').toString('base64'), dataType: 'Binary' },
    },
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: 'eu-west-1',
  };
}
