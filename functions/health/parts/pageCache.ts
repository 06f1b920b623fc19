import { pageCache } from '../../shared/cache/pageCache.ts';

/** Asks every primary, as each holds its share of the pages. @returns how many do not answer @throws when none does */
export async function askPageCache(): Promise<string | null> {
  const cache = await pageCache();
  const first = await cache.get('health').then(
    () => null,
    (error: Error) => error,
  );
  const nodes = cache.nodes('master');
  const answers = await Promise.allSettled(nodes.map((node) => node.ping()));
  const silent = answers.filter(({ status }) => status === 'rejected').length;
  if (silent === nodes.length) throw first ?? new Error('no node answers');
  if (silent > 0) return `${silent} of ${nodes.length} nodes do not answer`;
  return first === null ? null : first.message;
}
