import { delivered, type HttpAnswer, type Outcome, temporary } from '../outcome.ts';
import { classifyStatus } from '../policy/classifyStatus.ts';

/**
 * What a webhook's answer says. A 2xx with no body, or with a JSON object, acknowledges; its `confirmationNumber` is
 * the PMS's own number. A 2xx with anything else is no PMS speaking, such as a proxy's page, and acknowledges nothing.
 */
export function readWebhookAnswer(answer: HttpAnswer<string>): Outcome {
  const failure = classifyStatus(answer);
  if (failure) return failure;
  const text = answer.body.trim();
  if (text === '') return delivered(null);
  const body = parseObject(text);
  if (body === null) return temporary(`HTTP ${answer.status} without a JSON object`);
  return delivered(numberOf(body.confirmationNumber));
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The longest number that is kept; what is longer is none. */
const MOST_CHARACTERS = 100;

function numberOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= MOST_CHARACTERS ? text : null;
}
