import { OperationsByMarker } from '../intrinsics.ts';

export type Operation =
  | { kind: 'set'; value: unknown }
  | { kind: 'remove' }
  | { kind: 'step'; by: number; sign: '+' | '-' }
  | { kind: 'join'; items: unknown[]; end: 'front' | 'back' }
  | { kind: 'listItem'; value: unknown; index: number };

// By identity: an update built from a caller's data must not turn into an operation because of its shape.
const known = new OperationsByMarker<object, Operation>();

export function operationOf(value: unknown): Operation | undefined {
  return typeof value === 'object' && value !== null ? known.get(value) : undefined;
}

/** `operations` of the DynamoDB module. What each returns means something only inside `update`. */
export const operations = {
  add: (value: unknown) => marker('OPERATION_ADD', { kind: 'set', value }),
  replace: (value: unknown) => marker('OPERATION_REPLACE', { kind: 'set', value }),
  remove: () => marker('OPERATION_REMOVE', { kind: 'remove' }),
  increment: (by?: number) => marker('OPERATION_INCREMENT', { kind: 'step', by: by ?? 1, sign: '+' }),
  decrement: (by?: number) => marker('OPERATION_DECREMENT', { kind: 'step', by: by ?? 1, sign: '-' }),
  append: (items: unknown[]) => marker('OPERATION_APPEND', { kind: 'join', items, end: 'back' }),
  prepend: (items: unknown[]) => marker('OPERATION_PREPEND', { kind: 'join', items, end: 'front' }),
  updateListItem: (value: unknown, index: number) =>
    marker('OPERATION_UPDATE_LIST_ITEM', { kind: 'listItem', value, index }),
};

function marker(type: string, operation: Operation): { type: string } {
  const made = { type };
  known.set(made, operation);
  return made;
}
