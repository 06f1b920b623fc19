import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { HttpAnswer } from '../../../core/pms/outcome.ts';
import { retryAfterSeconds } from '../../../core/pms/policy/retryAfter.ts';
import { config } from '../config.ts';
import { checkedLookup, checkEndpoint, isLocalCloud } from './checkedLookup.ts';
import { atMost } from './atMost.ts';

/** Far above any answer. */
const MOST_BYTES = 256 * 1024;

const allowsLoopback = isLocalCloud(process.env.AWS_ENDPOINT_URL);
const lookup = checkedLookup(allowsLoopback);
const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 20, timeout: 30_000, lookup }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 20, timeout: 30_000, lookup }),
};

export type Post = { endpoint: string; headers: Record<string, string>; body: string };

/**
 * One POST, within one time-out from the look-up to the answer's last byte. Redirects are answers: they are not followed.
 * @throws {EndpointError} a place that bookings may not be sent to
 * @throws whatever keeps the answer from coming; `TimeoutError` and `AbortError` are the time-out
 */
export async function post({ endpoint, headers, body }: Post): Promise<HttpAnswer<string>> {
  const url = new URL(endpoint);
  checkEndpoint(url, allowsLoopback);
  const signal = AbortSignal.timeout(config.callTimeoutMs);
  const isPlain = url.protocol === 'http:';
  const request = (isPlain ? http : https).request(url, {
    method: 'POST',
    agent: agents[isPlain ? 'http:' : 'https:'],
    headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Keyrack' },
    signal,
  });
  const response = await answerTo(request, body);
  const limit = atMost(MOST_BYTES);
  const [text] = await Promise.all([buffer(limit), pipeline(response, limit, { signal })]);
  return {
    status: response.statusCode ?? 0,
    retryAfterSeconds: retryAfterSeconds(response.headers['retry-after'], Date.now()),
    body: text.toString('utf8'),
  };
}

function answerTo(request: http.ClientRequest, body: string): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // Stays: an error after the answer has begun is the answer's, and must not end the process.
    request.on('error', reject);
    request.end(body);
  });
}
