import { randomBytes } from 'node:crypto';
import { AwsServiceError } from '../appsync/definition.ts';
import { createJsonService, type Input, type Operation, requireAllowed } from '../endpoint/jsonService.ts';
import type { ServiceHandler } from '../endpoint/server/request.ts';
import type { Principals } from '../iam/principals.ts';
import type { SecretStore, SecretVersion, StoredSecret } from './secretStore.ts';

/** Secrets Manager API Reference, "PutSecretValue": 64 KB. */
const MAX_BYTES = 65_536;

type Settings = { store: SecretStore; principals: Principals; region: string; accountId: string };

/**
 * Secrets Manager: `CreateSecret`, `GetSecretValue`, `DescribeSecret` and `PutSecretValue`, each with its right on the
 * secret's ARN.
 */
export function createSecretsHandler({ store, principals, ...place }: Settings): ServiceHandler {
  const on =
    (action: string, run: (secret: StoredSecret, input: Input) => Input): Operation =>
    (input, caller) => {
      const id = String(input.SecretId ?? '');
      const secret = store.find(id);
      requireAllowed(principals, caller, `secretsmanager:${action}`, secret?.arn ?? id);
      if (secret === undefined) throw notFound('Secrets Manager can’t find the specified secret.');
      return run(secret, input);
    };
  return createJsonService({
    target: 'secretsmanager',
    version: '1.1',
    operations: {
      CreateSecret: createSecret({ store, principals, ...place }),
      GetSecretValue: on('GetSecretValue', getSecretValue),
      DescribeSecret: on('DescribeSecret', describeSecret),
      PutSecretValue: on('PutSecretValue', (secret, input) => putSecretValue(secret, input, store)),
    },
  });
}

/** Source of the rules: Secrets Manager API Reference, "CreateSecret". */
function createSecret({ store, principals, region, accountId }: Settings): Operation {
  return ({ Name: name, SecretString: text, ClientRequestToken: id, ...others }, caller) => {
    const arn = `arn:aws:secretsmanager:${region}:${accountId}:secret:${String(name)}`;
    requireAllowed(principals, caller, 'secretsmanager:CreateSecret', `${arn}-??????`);
    const unknown = Object.keys(others).filter((member) => !WITHOUT_EFFECT.has(member));
    if (unknown.length > 0) throw invalid(`The local cloud does not know ${unknown.join(', ')} of CreateSecret.`);
    if (typeof name !== 'string' || !/^[\w/+=.@-]{1,512}$/.test(name)) throw invalid('Invalid name.');
    checkText(text);
    const known = store.find(name);
    if (known !== undefined && !isSameRequest(known, id, text))
      throw new AwsServiceError('ResourceExistsException', `A resource with the ID you requested already exists.`, 400);
    const given = typeof id === 'string' ? { id } : {};
    const secret = known ?? store.create({ arn: `${arn}-${randomEnd()}`, name }, { ...given, text });
    return { ARN: secret.arn, Name: name, VersionId: secret.versions[0]?.id };
  };
}

/** Say nothing to a machine, or matter to the real service only. */
const WITHOUT_EFFECT = new Set(['Description', 'KmsKeyId', 'Tags']);
const randomEnd = (): string =>
  randomBytes(8)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, 'x')
    .slice(0, 6);

/** The SDK's own second try. */
const isSameRequest = ({ versions }: StoredSecret, id: unknown, text: string): boolean =>
  versions.some((version) => version.id === id && version.text === text);

function checkText(text: unknown): asserts text is string {
  if (typeof text !== 'string') throw invalid('The local cloud keeps text only: give SecretString.');
  if (Buffer.byteLength(text) > MAX_BYTES) throw invalid(`The secret is larger than ${MAX_BYTES} bytes.`);
}

function getSecretValue({ arn, name, versions }: StoredSecret, { VersionId: id, VersionStage: stage }: Input): Input {
  const wanted = stage ?? (id === undefined ? 'AWSCURRENT' : undefined);
  const version = versions.find(
    (one) => (id === undefined || one.id === id) && (wanted === undefined || one.stages.includes(String(wanted))),
  );
  if (version === undefined)
    throw notFound(`Secrets Manager can’t find the specified secret value for ${String(wanted ?? id)}.`);
  const { text, createdAt } = version;
  return { ARN: arn, Name: name, ...idAndStages(version), SecretString: text, CreatedDate: createdAt / 1000 };
}

function describeSecret({ arn, name, createdAt, versions }: StoredSecret): Input {
  const newest = Math.max(...versions.map((version) => version.createdAt));
  const stages = Object.fromEntries(versions.map((version) => [version.id, version.stages]));
  const dates = { CreatedDate: createdAt / 1000, LastChangedDate: newest / 1000 };
  return { ARN: arn, Name: name, ...dates, RotationEnabled: false, VersionIdsToStages: stages };
}

function putSecretValue(secret: StoredSecret, input: Input, store: SecretStore): Input {
  const { SecretString: text, ClientRequestToken: id, VersionStages: stages = ['AWSCURRENT'] } = input;
  checkText(text);
  // The SDK sends one token for all tries of a call.
  const same = secret.versions.find((version) => version.id === id);
  if (same !== undefined && same.text !== text)
    throw new AwsServiceError('ResourceExistsException', `A version ${same.id} exists with another value.`, 400);
  const given = typeof id === 'string' ? { id } : {};
  const version = same ?? store.add(secret.arn, { ...given, text, stages: stages as string[] });
  return { ARN: secret.arn, Name: secret.name, ...idAndStages(version) };
}

const idAndStages = ({ id, stages }: SecretVersion): Input => ({ VersionId: id, VersionStages: stages });

const notFound = (message: string) => new AwsServiceError('ResourceNotFoundException', message, 400);
const invalid = (message: string) => new AwsServiceError('InvalidParameterException', message, 400);
