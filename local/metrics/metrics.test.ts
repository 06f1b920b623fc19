import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchClient, GetMetricDataCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Endpoint, startEndpoint } from '../endpoint/endpoint.ts';
import { createPrincipals } from '../iam/principals.ts';
import { readEmf } from './emf.ts';
import { createMonitoringHandler } from './handler.ts';
import { createMetrics } from './metrics.ts';
import { metricsPage } from './page.ts';

const lines: string[] = [];
const metrics = createMetrics({ log: (line) => lines.push(line) });
beforeEach(() => {
  metrics.clear();
  lines.length = 0;
});

const emf = (directive: object, members: object, more: object = {}): string =>
  JSON.stringify({ _aws: { Timestamp: 1_795_000_000_000, CloudWatchMetrics: [directive] }, ...members, ...more });
const overbookings = { Namespace: 'Custom/Booking', Metrics: [{ Name: 'OverbookingDetected', Unit: 'Count' }] };

describe('a line of EMF', () => {
  it('counts for every set of dimensions', () => {
    const directive = { ...overbookings, Dimensions: [[], ['property'], ['property', 'room']] };
    metrics.readLogLine(`checker: ${emf(directive, { property: 'p', room: 'DLX', OverbookingDetected: [1, 4] })}`);
    metrics.readLogLine(`checker: ${emf(directive, { property: 'p', room: 'STD', OverbookingDetected: 2 })}`);
    const of = (dimensions?: Record<string, string>) =>
      metrics.get('Custom/Booking', 'OverbookingDetected', dimensions);
    expect(of()).toMatchObject({ sum: 7, count: 3, min: 1, max: 4, last: 2, unit: 'Count', at: 1_795_000_000_000 });
    expect(of({ property: 'p' })).toMatchObject({ sum: 7 });
    expect(of({ room: 'DLX', property: 'p' })).toMatchObject({ sum: 5, count: 2 });
    expect(of({ room: 'DLX' })).toBeUndefined();
    expect(lines).toEqual([]);
  });

  it.each([
    ['a plain line', 'hello'],
    ['other JSON', '{"level":"info"}'],
    ['a broken line that is none', '{"level":'],
    ['text that speaks of _aws', 'the member "_aws" is missing'],
  ])('is not %s', (_, line) => {
    expect(readEmf(line)).toBeNull();
  });

  it.each([
    ['no JSON', '{"_aws":', 'it is no JSON'],
    ['no time', '{"_aws":{"CloudWatchMetrics":[]}}', '_aws.Timestamp'],
    [
      'a text for a value',
      emf({ ...overbookings, Dimensions: [] }, { OverbookingDetected: '1' }),
      'OverbookingDetected is "1"',
    ],
    [
      'a dimension that is missing',
      emf({ ...overbookings, Dimensions: [['p']] }, { OverbookingDetected: 1 }),
      'p is undefined',
    ],
    ['no dimensions', emf(overbookings, { OverbookingDetected: 1 }), 'Dimensions'],
    [
      'a unit that is none',
      emf({ Namespace: 'N', Dimensions: [], Metrics: [{ Name: 'M', Unit: 'Rooms' }] }, { M: 1 }),
      'is no unit of CloudWatch',
    ],
  ])('with %s is said aloud and makes no metric', (_, line, message) => {
    metrics.readLogLine(`checker: ${line}`);
    expect(lines).toEqual([expect.stringContaining('checker printed EMF that makes no metric: ')]);
    expect(lines[0]).toContain(message);
    expect(metrics.list()).toEqual([]);
  });
});

it('the page has a line for each metric', async () => {
  const server = createServer(metricsPage(metrics));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  expect(await (await fetch(url)).text()).toBe('No metric has had a value yet.\n');
  metrics.add({ namespace: 'N', name: 'M', dimensions: { a: 'b' }, unit: 'Seconds', values: [1, 2], at: 0 });
  expect(await (await fetch(url)).text()).toBe(
    'N M{a=b} sum 3 count 2 min 1 max 2 last 2 Seconds 1970-01-01T00:00:00.000Z\n',
  );
  await new Promise((resolve) => server.close(resolve));
});

describe('CloudWatch', () => {
  const place = { accountId: '000000000000', region: 'us-west-2' };
  const role = 'arn:aws:iam::000000000000:role/Writer';
  const reader = 'arn:aws:iam::000000000000:role/Reader';
  const principals = createPrincipals(place);
  let endpoint: Endpoint;
  let client: CloudWatchClient;
  let reading: CloudWatchClient;
  beforeAll(async () => {
    const Condition = { StringEquals: { 'cloudwatch:namespace': 'Custom/Booking' } };
    principals.register(role, [
      { Statement: [{ Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*', Condition }] },
    ]);
    principals.register(reader, [
      { Statement: [{ Effect: 'Allow', Action: 'cloudwatch:GetMetricData', Resource: '*' }] },
    ]);
    endpoint = await startEndpoint({ ...place, dynamodbUrl: 'http://127.0.0.1:9', principals, log: () => {} });
    endpoint.serve('monitoring', createMonitoringHandler({ metrics, principals }));
    const as = (arn: string) => {
      const credentials = principals.assume(arn, 'test');
      return new CloudWatchClient({ endpoint: endpoint.url, region: place.region, credentials, maxAttempts: 1 });
    };
    client = as(role);
    reading = as(reader);
  });
  afterAll(() => endpoint.stop());

  const put = (Namespace: string, ...MetricData: object[]) =>
    client.send(new PutMetricDataCommand({ Namespace, MetricData: MetricData as never }));

  it('adds values, one by one or many at once', async () => {
    const Dimensions = [{ Name: 'p', Value: '1' }];
    await put(
      'Custom/Booking',
      { MetricName: 'M', Dimensions, Value: 2 },
      { MetricName: 'M', Dimensions, Values: [1, 5], Counts: [3, 1] },
    );
    expect(metrics.get('Custom/Booking', 'M', { p: '1' })).toMatchObject({ sum: 10, count: 5, max: 5 });
  });

  it('needs the right, and a value', async () => {
    await expect(put('Other', { MetricName: 'M', Value: 1 })).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(put('Custom/Booking', { MetricName: 'M' })).rejects.toMatchObject({
      message: 'Give either Value or Values.',
    });
  });

  const NOW = 1_795_000_000_000;
  const ask = (more: object = {}, stat: object = {}, Metric: object = { Namespace: 'AWS/SQS', MetricName: 'Age' }) => ({
    StartTime: new Date(NOW - 300_000),
    EndTime: new Date(NOW + 1_000),
    MetricDataQueries: [{ Id: 'm0', MetricStat: { Metric, Period: 60, Stat: 'Maximum', ...stat }, ...more }],
  });
  const read = (input: object, as = reading) => as.send(new GetMetricDataCommand(input as never));

  it('answers the latest value that is not too old, of what services measure just now too', async () => {
    metrics.add({ namespace: 'AWS/SQS', name: 'Age', dimensions: {}, unit: 'Seconds', values: [9, 4], at: NOW });
    expect((await read(ask())).MetricDataResults).toMatchObject([
      { Id: 'm0', Label: 'Age', Values: [4], Timestamps: [new Date(NOW - (NOW % 60_000))], StatusCode: 'Complete' },
    ]);
    const Dimensions = [{ Name: 'QueueName', Value: 'q' }];
    const other = { Namespace: 'AWS/SQS', MetricName: 'Age', Dimensions };
    expect((await read(ask({}, {}, other))).MetricDataResults?.[0].Values).toEqual([]);
    let age = 1;
    metrics.observe(() => [
      {
        namespace: 'AWS/SQS',
        name: 'Age',
        dimensions: { QueueName: 'q' },
        unit: 'Seconds',
        values: [(age += 1)],
        at: NOW,
      },
    ]);
    expect((await read(ask({}, {}, other))).MetricDataResults?.[0].Values).toEqual([2]);
    expect((await read(ask({}, {}, other))).MetricDataResults?.[0].Values).toEqual([3]);
    metrics.add({ namespace: 'AWS/SQS', name: 'Age', dimensions: {}, unit: 'Seconds', values: [5], at: NOW - 600_000 });
    expect((await read(ask())).MetricDataResults?.[0]).toMatchObject({ Values: [], Timestamps: [] });
  });

  it.each([
    ['expressions', ask({ MetricStat: undefined, Expression: 'm0 * 2' })],
    ['percentiles', ask({}, { Stat: 'p99' })],
    ['an Id that begins with a capital', ask({ Id: 'M0' })],
    ['hidden data', ask({ ReturnData: false })],
    ['a unit', ask({}, { Unit: 'Seconds' })],
    ['no queries', { ...ask(), MetricDataQueries: [] }],
    ['a time that ends before it begins', { ...ask(), EndTime: new Date(NOW - 400_000) }],
    ['an Id twice', { ...ask(), MetricDataQueries: [...ask().MetricDataQueries, ...ask().MetricDataQueries] }],
  ])('refuses %s', async (_, input) => {
    await expect(read(input)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  });

  it('reads only with the right', async () => {
    await expect(read(ask(), client)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
