import type { FunctionUrl, UrlPermission } from '../../functionUrls/definition.ts';
import type { StateMachineDefinition } from '../../stateMachines/definition.ts';
import type { ApiPlan } from './apiPlan.ts';
import type { CachePlan } from './cachePlan.ts';
import type { DatabasePlan } from './databasePlan.ts';
import type { DeploymentCallPlan } from './deploymentCallPlan.ts';
import type { EventsPlan } from './eventsPlan.ts';
import type { FunctionPlan } from './functionPlan.ts';
import type { MailPlan } from './mailPlan.ts';
import type { MappingPlan } from './mappingPlan.ts';
import type { QueuePlan } from './queuePlan.ts';
import type { ManagedPolicyPlan, RolePlan } from './rolePlan.ts';
import type { TablePlan } from './tablePlan.ts';
import type { TopicPlan } from './topicPlan.ts';
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
  functionUrls: FunctionUrl[];
  /** Who else may call them than by their own policies. */
  urlPermissions: UrlPermission[];
  /** In the template's order. */
  deploymentCalls: DeploymentCallPlan[];
  /** Event source mappings. */
  mappings: MappingPlan[];
  /** By ARN. */
  queues: Map<string, QueuePlan>;
  /** By ARN. */
  topics: Map<string, TopicPlan>;
  /** Settings of ElastiCache parameter groups by name. */
  cacheParameterGroups: Map<string, Pick<CachePlan, 'cluster' | 'parameters'>>;
  caches: CachePlan[];
  /** System variables of RDS parameter groups by name. */
  databaseParameterGroups: Map<string, DatabasePlan['parameters']>;
  databases: DatabasePlan[];
  events: EventsPlan;
  mail: MailPlan;
  /** By ARN. */
  stateMachines: Map<string, StateMachineDefinition>;
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
    functionUrls: [],
    urlPermissions: [],
    deploymentCalls: [],
    mappings: [],
    queues: new Map(),
    topics: new Map(),
    cacheParameterGroups: new Map(),
    caches: [],
    databaseParameterGroups: new Map(),
    databases: [],
    events: { buses: [], rules: [], scheduleGroups: [], schedules: [], permissions: [] },
    mail: { identities: [], configurationSets: [] },
    stateMachines: new Map(),
    userPools: new Map(),
    apis: new Map(),
    outputs: {},
    notRun: [],
  };
}
