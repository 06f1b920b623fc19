import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

/** An operation as a client sends it. */
export type OperationRequest = { query: string; variables: Record<string, unknown>; operationName?: string | null };

/** The operation to run, or why there is none, in graphql-java's words. */
export function chooseOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | string {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = name ? operations.find((candidate) => candidate.name?.value === name) : operations[0];
  if (name && operation === undefined) return `Unknown operation named '${name}'.`;
  if (operation === undefined) return 'Must provide an operation.';
  if (!name && operations.length > 1) return 'Must provide operation name if query contains multiple operations.';
  if (!schema.getRootType(operation.operation)) return `Schema is not configured for ${PLURALS[operation.operation]}.`;
  return operation;
}

const PLURALS = { query: 'queries', mutation: 'mutations', subscription: 'subscriptions' };
