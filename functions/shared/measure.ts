import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

type Unit = (typeof MetricUnit)[keyof typeof MetricUnit];

const metrics = new Metrics({ namespace: 'Custom/Booking', serviceName: 'keyrack' });
// An alarm on the whole service needs the metric without dimensions.
metrics.clearDefaultDimensions();

/** Prints a metric for CloudWatch, at once: what a killed function measured is not lost. */
export function measure(name: string, value: number, unit: Unit = MetricUnit.Count): void {
  metrics.addMetric(name, unit, value);
  metrics.publishStoredMetrics();
}
