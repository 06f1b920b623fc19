import fs from 'node:fs';
import path from 'node:path';

const HANDLER_NAME = /^[A-Z]\w*\.\w+$/;
/** Code for Node that lies among the resolvers. */
const NOT_APPSYNC = ['resolvers/manifest.ts'];

export type SourceFiles = {
  /** Everything that AppSync runs: absolute paths. */
  all: string[];
  /** `resolvers/<Type>.<field>.ts`: always one bundle each. */
  units: string[];
  /** Files directly in `resolvers/<Type>.<field>/` or `resolvers/steps/<room>/`: those with handlers are one bundle each. */
  pipelineFiles: string[];
};

/** @param root absolute path of the repository */
export function findSourceFiles(root: string): SourceFiles {
  const resolvers = path.join(root, 'resolvers');
  const steps = path.join(resolvers, 'steps');
  const all = [resolvers, path.join(root, 'core', 'portable')].flatMap(typescriptIn);
  const sources = all.filter((file) => !NOT_APPSYNC.some((other) => file === path.join(root, other)));
  return {
    all: sources,
    units: sources.filter((file) => path.dirname(file) === resolvers && isHandlerName(path.basename(file, '.ts'))),
    pipelineFiles: sources.filter((file) => {
      const folder = path.dirname(file);
      const parent = path.dirname(folder);
      return parent === steps || (parent === resolvers && isHandlerName(path.basename(folder)));
    }),
  };
}

function isHandlerName(name: string): boolean {
  return HANDLER_NAME.test(name);
}

function typescriptIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
