import type ts from 'typescript';
import type { RawFinding } from './nets/net.ts';
import { pluginNet } from './nets/pluginNet.ts';
import { ruleNet } from './nets/ruleNet.ts';
import { typeNet } from './nets/typeNet.ts';
import { bundleProgram, type Sources, sourceProgram } from './program/appsyncProgram.ts';

/** TypeScript that AppSync will run, through all nets. The files may import others that are on disk. */
export function inspectSources(sources: Sources): RawFinding[] {
  return inspect(sourceProgram(sources), sources);
}

/** Bundles, through all nets: what esbuild made of the sources must be legal too. */
export function inspectBundles(bundles: Sources): RawFinding[] {
  return inspect(bundleProgram(bundles), bundles);
}

function inspect(program: ts.Program, sources: Sources): RawFinding[] {
  const files = program.getSourceFiles().filter((file) => sources.has(file.fileName));
  return [ruleNet, typeNet, pluginNet].flatMap((net) => net(program, files));
}
