import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inOrder } from '../template/order/order.ts';
import { readTemplate, type Template } from '../template/template.ts';
import { TemplateError } from '../template/templateError.ts';
import type { Environment } from '../template/environment.ts';
import { readAssets } from './readAssets.ts';
import { AssetStore } from './assetStore.ts';

/** One stack of a cloud assembly. */
export type Stack = { environment: Environment; template: Template };

export type Assembly = {
  stacks: Stack[];
  assets: AssetStore;
  /** Where all of the stacks are deployed to. */
  target: { accountId: string; region: string };
};

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({
          templateFile: z.string(),
          stackName: z.string(),
          file: z.string(),
          directoryName: z.string(),
        })
        .partial()
        .default({}),
    }),
  ),
});
type Artifact = z.output<typeof manifest>['artifacts'][string];

/** Artifacts that describe the app to tools and deploy nothing. */
const descriptions = new Set(['cdk:tree', 'cdk:feature-flag-report']);

/**
 * Reads a cloud assembly as the CDK writes it: its stacks in an order in which each comes after those it depends on.
 * @throws {TemplateError} for kinds of artifacts it does not know, and for stacks of more than one Region
 */
export function readAssembly(folder: string): Assembly {
  const found: Found = { stacks: [], assets: new AssetStore() };
  addAssembly(folder, found);
  const targets = new Map(
    found.stacks.map(({ environment: { accountId, region } }) => [`${accountId} ${region}`, { accountId, region }]),
  );
  const [target, ...others] = targets.values();
  if (target === undefined || others.length > 0) {
    const all = [...targets.keys()].join(', ');
    throw new TemplateError(
      `the local cloud runs the stacks of one account and Region, the CDK app has ${all || 'none'}`,
    );
  }
  return { ...found, target };
}

type Found = Omit<Assembly, 'target'>;

function addAssembly(folder: string, assembly: Found): void {
  const { artifacts } = manifest.parse(readJson(join(folder, 'manifest.json')));
  for (const id of inOrder(Object.keys(artifacts), (name) => artifacts[name]?.dependencies ?? [])) {
    const artifact = artifacts[id];
    if (artifact !== undefined) addArtifact(folder, id, artifact, assembly);
  }
}

function addArtifact(folder: string, id: string, { type, properties, environment }: Artifact, assembly: Found): void {
  if (type === 'aws:cloudformation:stack') {
    const stackName = properties.stackName ?? id;
    const template = readTemplate(readJson(join(folder, properties.templateFile ?? '')), stackName);
    assembly.stacks.push({ environment: { stackName, ...target(id, environment) }, template });
  } else if (type === 'cdk:asset-manifest') {
    readAssets(folder, readJson(join(folder, properties.file ?? '')), assembly.assets);
  } else if (type === 'cdk:cloud-assembly') {
    addAssembly(join(folder, properties.directoryName ?? ''), assembly);
  } else if (!descriptions.has(type)) {
    throw new TemplateError(`the local cloud does not know artifacts of type ${type} (${id})`);
  }
}

/** @param environment `aws://account/region` */
function target(id: string, environment = ''): { accountId: string; region: string } {
  const [, accountId, region] = /^aws:\/\/(\d{12})\/([a-z0-9-]+)$/.exec(environment) ?? [];
  if (accountId === undefined || region === undefined || region.startsWith('unknown')) {
    throw new TemplateError(`stack ${id} needs a concrete account and Region, it has ${environment}`);
  }
  return { accountId, region };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
