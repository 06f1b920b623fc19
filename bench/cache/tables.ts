import { textTable } from '../client/textTable.ts';
import { formatSpread, spreadOf } from '../figures/spread.ts';
import { type CacheArm, type CacheRatio, SECTIONS } from './arm.ts';
import type { CacheResults } from './measure.ts';

/** A table for each section, then the ratios, taken round by round. */
export function resultLines(arms: CacheArm[], ratios: CacheRatio[], results: CacheResults): string[] {
  const sections = Map.groupBy(arms, ({ section }) => section);
  const tables = [...sections].flatMap(([section, ofSection]) => {
    const rows = ofSection.map(({ name, title }) => [title, formatSpread(spreadOf(results.get(name) ?? []), 0)]);
    return ['', SECTIONS[section].heading, ...textTable(['', SECTIONS[section].unit], rows)];
  });
  const rows = ratios.flatMap((ratio) => {
    const [of, to] = [results.get(ratio.of), results.get(ratio.to)];
    return of && to ? [ratioRow(ratio, of, to)] : [];
  });
  return [...tables, '', ...textTable(['Ratio', 'median (least to most)', 'aim'], rows)];
}

function ratioRow({ title, aim }: CacheRatio, of: number[], to: number[]): string[] {
  const spread = spreadOf(of.map((figure, round) => figure / to[round]));
  const verdict = aim === undefined ? '' : `at least ${aim}: ${spread.median >= aim ? 'met' : 'missed'}`;
  return [title, formatSpread(spread, 2), verdict];
}
