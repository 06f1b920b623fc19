import type { EngineOff } from '../../contract.ts';

/** What starts functions (event source mappings, deployments), where these have the engines that they need. */
export function withoutOff<Start extends { functionArn: string }>(starts: Start[], off: EngineOff[]): Start[] {
  const without = new Set(off.flatMap(({ functions }) => functions));
  return starts.filter(({ functionArn }) => !without.has(functionArn));
}
