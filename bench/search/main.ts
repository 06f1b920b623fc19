import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Cluster } from 'ioredis';
import type { Hit } from '../../core/search/hit.ts';
import type { Search } from '../../core/search/search.ts';
import { startRedisCluster } from '../../local/engines/redisCluster.ts';
import { textTable } from '../client/textTable.ts';
import { formatSpread, spreadOf } from '../figures/spread.ts';
import { type Arm, ARMS } from './arms.ts';
import { load } from './load.ts';
import { houses } from './stock.ts';

const STAYS = [
  { title: '3 nights', arrival: '2040-05-10', departure: '2040-05-13' },
  { title: '7 nights', arrival: '2040-05-10', departure: '2040-05-17' },
  { title: '7 nights over a month’s end', arrival: '2040-05-28', departure: '2040-06-04' },
];
/** Of the arms that are quick, so often in each round: the median of a round is one figure. */
const REPEATS = 10;
const SLOW_MS = 500;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, arm: { type: 'string', default: '' } },
});
const rounds = Number(values.rounds);
const arms = ARMS.filter(({ name }) => name.startsWith(values.arm));

const servers = await startRedisCluster({ masters: 3 });
const cache = new Cluster(servers.nodes, { enableAutoPipelining: true });
try {
  const all = houses();
  await load(cache, all);
  const ids = all.map(({ property }) => property.id);
  for (const { title, ...dates } of STAYS) {
    const wanted = { units: 1, adults: 2, children: 0, sort: 'PRICE', near: null } as const;
    process.stdout.write(`\n${title}\n${(await compare({ propertyIds: ids, ...dates, ...wanted })).join('\n')}\n`);
  }
} finally {
  cache.disconnect();
  await servers.stop();
}

/** All arms take turns, round after round; the first round warms up. */
async function compare(search: Search): Promise<string[]> {
  const times = new Map<Arm, number[]>(arms.map((arm) => [arm, []]));
  const answers: Hit[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [arm, ofArm] of times) {
      const { ms, hits } = await measure(arm, search);
      if (round === 0) answers.push(hits);
      else ofArm.push(ms);
    }
  }
  const [first, ...others] = answers;
  if (first.length === 0 || others.some((each) => !isDeepStrictEqual(each, first))) {
    throw new Error('The arms do not find the same.');
  }
  const own = times.get(arms[0])!;
  const rows = [...times].map(([{ name }, ofArm]) => [
    name,
    formatSpread(spreadOf(ofArm), 1),
    formatSpread(spreadOf(ofArm.map((ms, round) => ms / own[round])), 1),
  ]);
  return textTable([`${search.propertyIds?.length} properties, ${first.length} found`, 'ms', 'times the first'], rows);
}

async function measure(arm: Arm, search: Search): Promise<{ ms: number; hits: Hit[] }> {
  const times: number[] = [];
  let hits: Hit[] = [];
  do {
    const begin = performance.now();
    hits = await arm.find(cache, search);
    times.push(performance.now() - begin);
  } while (times.length < REPEATS && times[0] < SLOW_MS);
  return { ms: spreadOf(times).median, hits };
}
