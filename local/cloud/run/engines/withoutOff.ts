import type { EngineOff } from '../../contract.ts';

/** The event source mappings whose functions have the engines that they need. */
export function withoutOff<Mapping extends { functionArn: string }>(mappings: Mapping[], off: EngineOff[]): Mapping[] {
  const without = new Set(off.flatMap(({ functions }) => functions));
  return mappings.filter(({ functionArn }) => !without.has(functionArn));
}
