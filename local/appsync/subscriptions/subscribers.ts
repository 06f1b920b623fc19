import { getDirectiveValues, getNamedType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** Each subscription field's mutations, from `@aws_subscribe`. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>;

/**
 * Reads `@aws_subscribe(mutations: [...])`.
 * @throws when it names a mutation that does not exist or answers another type
 */
export function readSubscriptions(schema: GraphQLSchema): Subscriptions {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  return new Map(fields.map((field) => [field.name, mutationsOf(field, schema)]));
}

/** Mutations that somebody can subscribe to. */
export function subscribedMutations(subscriptions: Subscriptions): ReadonlySet<string> {
  return new Set([...subscriptions.values()].flat());
}

function mutationsOf(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): readonly string[] {
  const directive = schema.getDirective('aws_subscribe');
  const values = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
  const names = (values?.mutations ?? []) as string[];
  for (const name of names) {
    const mutation = schema.getMutationType()?.getFields()[name];
    if (mutation === undefined)
      throw new Error(`Subscription.${field.name} subscribes to Mutation.${name}, which does not exist.`);
    if (getNamedType(mutation.type) !== getNamedType(field.type)) {
      throw new Error(
        `Subscription.${field.name} is a ${String(field.type)}, but Mutation.${name}, which it subscribes to, is a ${String(mutation.type)}.`,
      );
    }
  }
  return names;
}
