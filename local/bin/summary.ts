import type { Cloud } from '../cloud/contract.ts';
import type { Endpoints } from './endpointsFile.ts';

/** What a person sees when the system is up. The line that says it is ready is not part of it. */
export function summary(endpoints: Endpoints, notRun: Cloud['notRun'], command: string | null): string {
  return [
    section(
      'Addresses',
      table([
        ['GraphQL', endpoints.graphqlUrl],
        ['Real time', endpoints.realtimeUrl],
        ['GraphiQL', endpoints.graphiqlUrl],
      ]),
    ),
    section('API key of visitors (header x-api-key)', [endpoints.apiKey]),
    section('Users (header authorization; tokens are good for a day)', endpoints.users.flatMap(user)),
    section('Not run here', table(notRun.map(({ type, count, why }) => [`${type} x ${count}`, why]))),
    section('Book a room', [command ?? 'Nothing is free: every night of the demo hotels is sold or closed.']),
  ].join('\n');
}

const section = (title: string, lines: string[]): string => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;

function user({ name, role, propertyIds, idToken }: Endpoints['users'][number]): string[] {
  return [`${name} (${[role, ...(propertyIds ?? [])].join(' of ')})`, `  ${idToken}`];
}

function table(rows: [string, string][]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}
