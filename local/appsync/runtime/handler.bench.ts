// Run by hand: node local/appsync/runtime/handler.bench.ts
// The cost of one run of a handler, border crossing included, on a context of about 5 KB.
import type { HandlerContext } from './contract.ts';
import { loadCode } from './loadCode.ts';

const CODE = `
import { util } from '@aws-appsync/utils';
export function request(ctx) {
  return { operation: 'PutItem', key: util.dynamodb.toMapValues({ id: 'x' }), attributeValues: util.dynamodb.toMapValues(ctx.args.item) };
}
export function response(ctx) {
  return ctx.result;
}
`;
const ROUNDS = 20_000;

function contextOf5Kb(): HandlerContext {
  const item: Record<string, unknown> = {};
  for (let i = 0; i < 30; i++) item[`attribute_${i}`] = i % 3 === 0 ? [1, 2, 3, i] : `value ${'v'.repeat(60)} ${i}`;
  const names = Array.from({ length: 60 }, (_, i) => `bookRoom/booking/field${i}`);
  return {
    arguments: { item },
    source: null,
    stash: { bookingId: 'b', pages: ['2026-11#DLX', '2026-12#DLX'], nightly: [12_000, 12_000, 14_000] },
    identity: { sub: 'guest', issuer: 'https://issuer.example', claims: { email: 'guest@example.com', scope: 'a b' } },
    request: { headers: { host: 'api.example', 'user-agent': 'bench', accept: '*/*' }, domainName: null },
    info: {
      fieldName: 'bookRoom',
      parentTypeName: 'Mutation',
      variables: {},
      selectionSetList: names,
      selectionSetGraphQL: names.join(' '),
    },
    env: { INVENTORY: 'inventory', BOOKINGS: 'bookings' },
    authType: 'User Pool Authorization',
    prev: { result: { done: false } },
  };
}

const handler = loadCode(CODE, 'bench', { log: () => {} });
const context = contextOf5Kb();
for (let i = 0; i < 2_000; i++) handler.request(context);
const started = process.cpuUsage();
for (let i = 0; i < ROUNDS; i++) handler.request(context);
const used = process.cpuUsage(started);
const micros = (used.user + used.system) / ROUNDS;
console.log(`context ${JSON.stringify(context).length} bytes: ${micros.toFixed(1)} microseconds of CPU a handler`);
