import { resolve } from 'node:path';
import { synthesize } from './assembly/synthesize.ts';
import type { Cloud, CloudOptions } from './contract.ts';
import { runAssembly } from './run/runAssembly.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Synthesizes the CDK app and runs what it deploys. When it throws, nothing it started is left running.
 *
 * @throws {PortTakenError} another program listens on the port
 * @throws {SynthesisError} the CDK app fails
 * @throws {TemplateError} the template asks for something the local cloud does not run
 * @throws {EngineStartError} no Java, or DynamoDB Local does not start
 * @throws {DeploymentCallError} a function that the deployment calls fails
 * @throws {DataFolderError} the data folder is in use or cannot be written
 */
export function startCloud(options: CloudOptions): Promise<Cloud> {
  return runAssembly(() => synthesize(root), options);
}
