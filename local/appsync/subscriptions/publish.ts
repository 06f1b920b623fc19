import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { fragmentsOf, selectedFields } from '../execution/selection.ts';
import type { Execution } from '../execution/execute.ts';
import type { RequestState } from '../execution/requestState.ts';
import type { RealtimeHub } from '../realtime/contract.ts';
import { byFieldName } from './published.ts';

/**
 * Gives subscribers what a mutation answered, field by field, then ends the subscriptions its handlers named. A field that
 * answered null is not published. The mutation's caller does not wait for the subscribers.
 */
export function publishMutation(
  hub: RealtimeHub,
  subscribed: ReadonlySet<string>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { data }: Execution,
  state: RequestState,
  log: (line: string) => void,
): void {
  const fragments = fragmentsOf(document);
  for (const field of selectedFields([operation.selectionSet], fragments)) {
    const name = field.name.value;
    const value = data?.[(field.alias ?? field.name).value];
    if (value === null || value === undefined || !subscribed.has(name)) continue;
    hub.publish(name, byFieldName(value, field, fragments)).catch((error: Error) => {
      log(`result of ${name} could not be given to its subscribers: ${error.stack}`);
    });
  }
  for (const { subscriptionField, payload } of state.invalidations) hub.invalidate(subscriptionField, payload);
}
