import type { SubscriptionPlan } from '../../cloud/plan/topicPlan.ts';
import { compilePattern } from '../../patterns/compilePattern.ts';
import type { Notification } from './notification.ts';

/** Does a subscription want the message? @throws {PatternError} for a filter policy that SNS would not take */
export function compileFilter(filter: SubscriptionPlan['filter']): (notification: Notification) => boolean {
  if (filter === null) return () => true;
  const matches = compilePattern(filter.policy, 'bus');
  if (filter.scope === 'MessageAttributes') return ({ attributes }) => matches(attributes);
  return ({ message }) => matches(parseJson(message));
}

/** What is not JSON matches no policy. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
