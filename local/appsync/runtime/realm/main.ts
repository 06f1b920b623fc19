import type { ModuleExports } from '../bundle/modules.ts';
import { console } from './builtins/console.ts';
import { deepFreeze } from './deepFreeze.ts';
import { keys } from './intrinsics.ts';
import { lockDown } from './lockDown.ts';
import { modules } from './modules.ts';

export { runner } from './run.ts';
export { connectHost } from './host.ts';

/** What a bundle may import: used by the host to check imports at load. */
export function moduleExports(): ModuleExports {
  const offered: ModuleExports = {};
  for (const name of keys(modules)) offered[name] = keys(modules[name as keyof typeof modules]);
  return offered;
}

/** Makes the realm what handlers may see of it. Called once by the host, before any bundle runs. */
export function seal(): void {
  for (const name of keys(modules)) deepFreeze(modules[name as keyof typeof modules]);
  lockDown({ ...modules['@aws-appsync/utils'], console });
}
