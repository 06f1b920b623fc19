import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LambdaReply } from '../../appsync/definition.ts';
import { createPrincipals, type Principals } from '../../iam/principals.ts';
import type { Invocation, LambdaDefinition, LambdaHost } from '../definition.ts';
import { createLambdaHost, type LambdaHostOptions } from '../host.ts';

const REGION = 'eu-west-1';
const ACCOUNT = '111122223333';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/Function`;

export type TestHost = {
  host: LambdaHost;
  principals: Principals;
  lines: string[];
  /** Registers a function whose code folder holds just this file. */
  add(name: string, file: string, code: string, more?: Partial<LambdaDefinition>): void;
  call(name: string, payload?: unknown, more?: Partial<Invocation>): Promise<LambdaReply>;
  stop(): Promise<void>;
};

/** A host whose functions are written by the test. */
export function startTestHost(options: Partial<LambdaHostOptions> = {}): TestHost {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  const principals = createPrincipals({ region: REGION, accountId: ACCOUNT });
  principals.register(ROLE, []);
  const lines: string[] = [];
  const host = createLambdaHost({
    endpointUrl: 'http://127.0.0.1:9',
    region: REGION,
    accountId: ACCOUNT,
    principals,
    log: (line) => lines.push(line),
    ...options,
  });
  return {
    host,
    principals,
    lines,
    add: (name, file, code, more) => {
      const codeFolder = join(folder, name);
      mkdirSync(codeFolder);
      writeFileSync(join(codeFolder, file), code);
      host.register({
        ...DEFAULTS,
        name,
        arn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`,
        codeFolder,
        ...more,
      });
    },
    call: (name, payload = {}, more) =>
      host.invoke({ functionArn: name, payload, invocationType: 'RequestResponse', ...more }),
    stop: async () => {
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const DEFAULTS = {
  roleArn: ROLE,
  handler: 'index.handler',
  runtime: 'nodejs22.x',
  environment: {},
  timeoutSeconds: 20,
  memoryMiB: 128,
};
