import { SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../shared/timeouts.ts';

export const sqs = new SQSClient(TIMEOUTS);
