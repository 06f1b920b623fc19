import type { ApiPlan } from './apiPlan.ts';
import type { FunctionPlan } from './functionPlan.ts';
import type { ManagedPolicyPlan, RolePlan } from './rolePlan.ts';
import type { TablePlan } from './tablePlan.ts';
import type { UserPoolPlan } from './userPoolPlan.ts';

/** All that the templates ask for, before anything is started. Keys are what resources refer to one another by. */
export type Plan = {
  tables: TablePlan[];
  /** By role name. */
  roles: Map<string, RolePlan>;
  /** By ARN. */
  managedPolicies: Map<string, ManagedPolicyPlan>;
  /** By ARN. */
  functions: Map<string, FunctionPlan>;
  /** By pool id. */
  userPools: Map<string, UserPoolPlan>;
  /** By API id. */
  apis: Map<string, ApiPlan>;
  outputs: Record<string, string>;
  notRun: { type: string; count: number; why: string }[];
};

export function emptyPlan(): Plan {
  return {
    tables: [],
    roles: new Map(),
    managedPolicies: new Map(),
    functions: new Map(),
    userPools: new Map(),
    apis: new Map(),
    outputs: {},
    notRun: [],
  };
}
