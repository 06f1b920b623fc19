import { z } from 'zod';
import { AwsServiceError } from '../appsync/definition.ts';
import { type Operation, requireAllowed } from '../endpoint/jsonService.ts';
import type { Principals } from '../iam/principals.ts';
import type { Metrics } from './metrics.ts';

const metric = z.strictObject({
  Namespace: z.string().min(1),
  MetricName: z.string().min(1),
  Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
});
const query = z.strictObject({
  Id: z.string().regex(/^[a-z]\w*$/, 'begins with a small letter, and has letters, digits and underscores'),
  Label: z.string().optional(),
  ReturnData: z.literal(true, 'is true: there are no expressions here that could use the data').optional(),
  MetricStat: z.strictObject({
    Metric: metric,
    Period: z.int().min(1),
    // Of one value each of these is the value.
    Stat: z.enum(['Minimum', 'Maximum', 'Average', 'Sum']),
  }),
});
const request = z.strictObject({
  StartTime: z.number(),
  EndTime: z.number(),
  ScanBy: z.enum(['TimestampDescending', 'TimestampAscending']).optional(),
  MetricDataQueries: z.array(query).min(1).max(500),
});

/**
 * CloudWatch's `GetMetricData`: of each metric the latest value, as the one data point of its period. Metrics without a value
 * in the time asked for have no data points, as on AWS. Expressions, pages and other statistics are refused.
 */
export function getMetricData({ metrics, principals }: { metrics: Metrics; principals: Principals }): Operation {
  return (input, caller) => {
    requireAllowed(principals, caller, 'cloudwatch:GetMetricData', '*');
    const read = request.safeParse(input);
    if (!read.success) throw invalid(z.prettifyError(read.error));
    const { StartTime: start, EndTime: end, MetricDataQueries: queries } = read.data;
    if (start >= end) throw invalid('StartTime must be before EndTime.');
    if (new Set(queries.map(({ Id }) => Id)).size < queries.length) throw invalid('Each Id may be used once.');
    metrics.look();
    const results = queries.map(({ Id, Label, MetricStat: { Metric, Period } }) => {
      const dimensions = Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value]));
      const found = metrics.get(Metric.Namespace, Metric.MetricName, dimensions);
      const at = (found?.at ?? 0) / 1000;
      const inRange = found !== undefined && at >= start && at < end;
      return {
        Id,
        Label: Label ?? Metric.MetricName,
        StatusCode: 'Complete',
        // A data point stands at the beginning of its period.
        Timestamps: inRange ? [Math.floor(at / Period) * Period] : [],
        Values: inRange ? [found.last] : [],
      };
    });
    return { MetricDataResults: results, Messages: [] };
  };
}

const invalid = (message: string): AwsServiceError =>
  new AwsServiceError('InvalidParameterValueException', message, 400);
