import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { FaultKind, FaultPlan, UserSpec } from '../../../local/cloud/contract.ts';
import type { Statistics } from '../../../local/metrics/metrics.ts';
import type { ControlAction } from './control.ts';
import { type Answer, send } from '../api/graphql.ts';
import './provided.ts';

/** The shared local cloud, from inside a test. */
export const cloud = inject('cloud');

export type User = { sub: string; idToken: string };

async function control<T>(action: ControlAction, input: object | string = {}): Promise<T> {
  const response = await fetch(`${cloud.controlUrl}/${action}`, { method: 'POST', body: JSON.stringify(input) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

export const signIn = (user: UserSpec) => control<User>('signIn', user);
export const guest = (name: string) => signIn({ name, email: `${name}@example.com`, groups: ['guest'] });
/** Whom no other test knows: a guest may have only so many holds at a time. */
export const newGuest = () => guest(`guest-${randomUUID()}`);
export const staff = (name: string, ...propertyIds: string[]) =>
  signIn({ name, email: `${name}@example.com`, groups: ['staff'], propertyIds });
export const pms = (name: string, ...propertyIds: string[]) =>
  signIn({ name, email: `${name}@example.com`, groups: ['pms'], propertyIds });
export const operator = () => signIn({ name: 'olga', email: 'olga@example.com', groups: ['operator'] });

export const faults = {
  set: (plan: FaultPlan) => control<null>('setFaults', plan),
  clear: () => control<null>('clearFaults'),
  counts: () => control<Record<FaultKind, number>>('faultCounts'),
};

/** The page cache's Redis; started again, it is empty. */
export const redis = {
  url: () => control<string>('redisUrl'),
  kill: () => control<null>('killRedis'),
  restart: () => control<null>('restartRedis'),
};
/** What functions have measured since the cloud's start; null when nothing. */
export const metric = (name: string) => control<Statistics | null>('metric', name);
/** Waits until all that follows a write is done. */
export const drained = (timeoutMs?: number) => control<null>('drained', { timeoutMs });
export const mariaDb = {
  kill: () => control<null>('killMariaDb'),
  restart: () => control<null>('restartMariaDb'),
};

/** One GraphQL request as this user; null sends the visitors' API key. */
export function ask(user: User | null, query: string, variables: object = {}): Promise<Answer> {
  return send(cloud.graphqlUrl, user ? user.idToken : cloud.apiKey, query, variables);
}

/** The same, for what must succeed: the data. @throws with the errors' texts */
export async function get(user: User | null, query: string, variables: object = {}): Promise<Answer['data']> {
  const { data, errors } = await ask(user, query, variables);
  if (errors.length > 0) throw new Error(errors.map((error) => `${error.errorType}: ${error.message}`).join('\n'));
  return data;
}
