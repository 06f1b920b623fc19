import type { z } from 'zod';
import type { SecretStore } from '../../secrets/secretStore.ts';
import type { AssetStore } from '../assembly/assetStore.ts';
import type { Plan } from '../plan/plan.ts';
import type { Environment } from '../template/environment.ts';

/** What a created resource answers to `Ref` and `Fn::GetAtt`. */
export type Physical = { ref: string; attributes: Record<string, string> };

/** One resource and its surroundings, while its adapter plans it. */
export type ResourceContext = {
  environment: Environment;
  logicalId: string;
  /** The resource's id in the CDK app, e.g. `Inventory`; the logical id where the template does not say. */
  constructId: string;
  plan: Plan;
  assets: AssetStore;
  /** Where secrets get and keep their values. */
  secrets: SecretStore;
  /** Where the API will answer, the endpoint of AWS services, and the engines behind ElastiCache and RDS. */
  urls: { graphql: string; realtime: string; aws: string; redis: string; mysql: string };
};

/** How one CloudFormation resource type is run: which properties it takes, and what it adds to the plan. */
export type Adapter = {
  type: string;
  properties: z.ZodType;
  plan(properties: unknown, context: ResourceContext): Physical;
};

/**
 * Ties the shape of a type's properties to the function that plans it.
 * `properties` is a strict object: what it does not name is refused, what it skips has a reason (`skip`).
 */
export function defineAdapter<Shape extends z.ZodType>(adapter: {
  type: string;
  properties: Shape;
  plan(properties: z.output<Shape>, context: ResourceContext): Physical;
}): Adapter {
  return { ...adapter, plan: (properties, context) => adapter.plan(properties as z.output<Shape>, context) };
}
