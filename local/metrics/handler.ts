import { z } from 'zod';
import { AwsServiceError } from '../appsync/definition.ts';
import { jsonError } from '../endpoint/answer.ts';
import { createJsonService, type Operation, requireAllowed } from '../endpoint/jsonService.ts';
import type { ServiceHandler } from '../endpoint/server/request.ts';
import type { Principals } from '../iam/principals.ts';
import type { Sample } from './emf.ts';
import { getMetricData } from './getMetricData.ts';
import type { Metrics } from './metrics.ts';
import { isUnit, type Unit } from './unit.ts';

const datum = z.strictObject({
  MetricName: z.string().min(1),
  Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
  Timestamp: z.number().optional(),
  Value: z.number().optional(),
  Values: z.array(z.number()).optional(),
  Counts: z.array(z.number()).optional(),
  Unit: z.string().refine(isUnit, 'is no unit').default('None'),
  StorageResolution: z.number().optional(),
});
const request = z.strictObject({ Namespace: z.string().min(1), MetricData: z.array(datum).min(1).max(1000) });

/** CloudWatch's `PutMetricData` and `GetMetricData`; nothing else of it has a meaning here. Compressed calls are refused. */
export function createMonitoringHandler(parts: { metrics: Metrics; principals: Principals }): ServiceHandler {
  const service = createJsonService({
    target: 'GraniteServiceVersion20100801',
    version: '1.0',
    operations: { PutMetricData: putMetricData(parts), GetMetricData: getMetricData(parts) },
  });
  return async (call) => {
    if (call.headers['content-encoding'] === undefined) return service(call);
    const message = 'The local cloud takes no compressed calls: set disableRequestCompression on the client.';
    return jsonError(415, 'UnsupportedMediaTypeException', message);
  };
}

function putMetricData({ metrics, principals }: { metrics: Metrics; principals: Principals }): Operation {
  return (input, caller) => {
    const read = request.safeParse(input);
    if (!read.success) throw invalid(z.prettifyError(read.error));
    const { Namespace: namespace, MetricData: data } = read.data;
    const context = { 'cloudwatch:namespace': namespace };
    requireAllowed(principals, caller, 'cloudwatch:PutMetricData', '*', { context });
    for (const sample of data.map((one) => sampleOf(namespace, one))) metrics.add(sample);
    return {};
  };
}

function sampleOf(namespace: string, given: z.output<typeof datum>): Sample {
  const { Value, Values, Counts } = given;
  if ((Value === undefined) === (Values === undefined)) throw invalid('Give either Value or Values.');
  const dimensions = Object.fromEntries(given.Dimensions.map(({ Name, Value: text }) => [Name, text]));
  const values = Values?.flatMap((value, place) => new Array<number>(Counts?.[place] ?? 1).fill(value)) ?? [Value ?? 0];
  const at = given.Timestamp === undefined ? Date.now() : given.Timestamp * 1000;
  return { namespace, name: given.MetricName, dimensions, unit: given.Unit as Unit, values, at };
}

const invalid = (message: string): AwsServiceError =>
  new AwsServiceError('InvalidParameterValueException', message, 400);
