import type { Route } from '../cloud/http/server.ts';
import type { Metrics, Series } from './metrics.ts';

/** `GET /metrics`: a line of text for each metric. */
export function metricsPage(metrics: Metrics): Route {
  return (request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
    metrics.look();
    const lines = metrics.list().map(lineOf);
    const text = lines.length === 0 ? 'No metric has had a value yet.' : lines.join('\n');
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end(`${text}\n`);
  };
}

/** `Custom/Booking OverbookingDetected{room=DLX} sum 3 count 2 min 1 max 2 last 2 Count 2026-11-20T15:00:00.000Z` */
function lineOf({ namespace, name, dimensions, sum, count, min, max, last, unit, at }: Series): string {
  const named = Object.entries(dimensions).map(([key, value]) => `${key}=${value}`);
  const figures = `sum ${sum} count ${count} min ${min} max ${max} last ${last}`;
  return `${namespace} ${name}{${named.join(',')}} ${figures} ${unit} ${new Date(at).toISOString()}`;
}
