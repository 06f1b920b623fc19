import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One version of a secret. `createdAt` is in epoch milliseconds. */
export type SecretVersion = { id: string; text: string; createdAt: number; stages: string[] };

export type StoredSecret = {
  arn: string;
  name: string;
  createdAt: number;
  /** Oldest first; one has the stage AWSCURRENT, and one may have AWSPREVIOUS. */
  versions: SecretVersion[];
};

/** The secrets' values. */
export type SecretStore = {
  /** The secret; where an earlier run has not kept it, with the value that `make` gives. */
  ensure(secret: { arn: string; name: string }, make: () => string): StoredSecret;
  /** A new secret with its first version. */
  create(secret: { arn: string; name: string }, version: { id?: string; text: string }): StoredSecret;
  /** By ARN, by ARN without its random end, or by name. */
  find(id: string): StoredSecret | undefined;
  /** A new version with these stages. */
  add(arn: string, version: { id?: string; text: string; stages: string[] }): SecretVersion;
};

/** @param dataFolder where they are kept, readable by the owner only; null keeps them in memory */
export function openSecretStore(dataFolder: string | null): SecretStore {
  const file = dataFolder === null ? null : join(dataFolder, 'secrets.json');
  const secrets = new Map(readSecrets(file).map((secret) => [secret.arn, secret]));

  const save = (): void => {
    if (file !== null) writeSecrets(file, [...secrets.values()]);
  };

  const create: SecretStore['create'] = ({ arn, name }, { id = randomUUID(), text }) => {
    const version = { id, text, createdAt: Date.now(), stages: ['AWSCURRENT'] };
    const secret = { arn, name, createdAt: version.createdAt, versions: [version] };
    secrets.set(arn, secret);
    save();
    return secret;
  };

  const ensure: SecretStore['ensure'] = (secret, make) => secrets.get(secret.arn) ?? create(secret, { text: make() });

  const find: SecretStore['find'] = (id) =>
    secrets.get(id) ?? [...secrets.values()].find(({ arn, name }) => id === name || id === arn.slice(0, -7));

  const add: SecretStore['add'] = (arn, { id = randomUUID(), text, stages }) => {
    const secret = secrets.get(arn);
    if (secret === undefined) throw new Error(`There is no secret ${arn}.`);
    const version = { id, text, createdAt: Date.now(), stages };
    secret.versions = [...moveStages(secret.versions, stages), version].filter((one) => one.stages.length > 0);
    save();
    return version;
  };

  return { ensure, create, find, add };
}

/** A stage is at one version only; what was AWSCURRENT becomes AWSPREVIOUS. A version without stages is given up. */
function moveStages(versions: SecretVersion[], stages: string[]): SecretVersion[] {
  const retires = stages.includes('AWSCURRENT');
  return versions.map((version) => {
    const kept = version.stages.filter((stage) => !stages.includes(stage) && !(retires && stage === 'AWSPREVIOUS'));
    const wasCurrent = retires && version.stages.includes('AWSCURRENT');
    return { ...version, stages: wasCurrent ? [...kept, 'AWSPREVIOUS'] : kept };
  });
}

function readSecrets(file: string | null): StoredSecret[] {
  if (file === null || !existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')) as StoredSecret[];
}

/** Whole or not at all: a half-written file would lose them all. */
function writeSecrets(file: string, secrets: StoredSecret[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
