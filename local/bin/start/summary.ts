import type { Cloud, EngineOff } from '../../cloud/contract.ts';
import type { Endpoints } from '../endpointsFile.ts';

/** What a person sees when the system is up. The line that says it is ready is not part of it. */
export function summary(
  endpoints: Endpoints,
  { notRun, off }: Pick<Cloud, 'notRun' | 'off'>,
  command: string | null,
): string {
  return [
    section(
      'Addresses',
      table([
        ['GraphQL', endpoints.graphqlUrl],
        ['Real time', endpoints.realtimeUrl],
        ['GraphiQL', endpoints.graphiqlUrl],
        ['Mailbox', endpoints.mailboxUrl],
        ['PMS simulator', endpoints.pmsUrl],
        ['Payments simulator', endpoints.paymentsUrl],
        ...Object.entries(endpoints.functionUrls).map(([name, url]): [string, string] => [`Function ${name}`, url]),
      ]),
    ),
    section('API key of visitors (header x-api-key)', [endpoints.apiKey]),
    section('Users (header authorization; tokens are good for a day)', endpoints.users.flatMap(user)),
    section(
      'Functions (npm run invoke -- <function>; npm run logs -- <function> --follow)',
      inLines(Object.keys(endpoints.functions)),
    ),
    ...(off.length === 0
      ? []
      : [section('OFF, for what they need is missing', off.flatMap(engineOff(endpoints.functions)))]),
    section('Not run here', table(notRun.map(({ type, count, why }) => [`${type} x ${count}`, why]))),
    section('Book a room', [command ?? 'Nothing is free: every night of the demo hotels is sold or closed.']),
  ].join('\n');
}

const section = (title: string, lines: string[]): string => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;

function user({ name, role, propertyIds, idToken }: Endpoints['users'][number]): string[] {
  return [`${name} (${[role, ...(propertyIds ?? [])].join(' of ')})`, `  ${idToken}`];
}

/** What is missing, how to get it, and what does not work without. @param named functions by their names in the manifest */
function engineOff(named: Endpoints['functions']): (off: EngineOff) => string[] {
  const names = new Map(Object.entries(named).map(([name, physical]) => [physical, name]));
  return ({ what, why, functions }) => {
    const without = functions.map((arn) => arn.split(':').at(-1) ?? arn).map((name) => names.get(name) ?? name);
    return [`${what}: ${why}`, `  off with it: ${without.join(', ') || 'no function'}`];
  };
}

function table(rows: [string, string][]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}

/** Names, some to a line. */
function inLines(names: string[]): string[] {
  const perLine = 6;
  const starts = names.keys().filter((at) => at % perLine === 0);
  return starts.map((at) => names.slice(at, at + perLine).join(', ')).toArray();
}
