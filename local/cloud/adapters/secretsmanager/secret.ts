import { z } from 'zod';
import { type Generation, generateSecret } from '../../../secrets/generate.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { physicalName, serviceId } from '../physicalName.ts';
import { flag, properties, skip, tags, text, whole } from '../shapes.ts';

const generation = properties({
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: flag.default(false),
  ExcludeNumbers: flag.default(false),
  ExcludePunctuation: flag.default(false),
  ExcludeUppercase: flag.default(false),
  GenerateStringKey: text.optional(),
  IncludeSpace: flag.default(false),
  PasswordLength: whole.default(32),
  RequireEachIncludedType: flag.default(true),
  SecretStringTemplate: z.string().optional(),
});

const shape = properties({
  Name: text.optional(),
  GenerateSecretString: generation.optional(),
  SecretString: text.optional(),
  Description: skip('says nothing to a machine'),
  KmsKeyId: skip('encryption at rest is a matter of the real service'),
  ReplicaRegions: skip('only the stack’s own Region is run'),
  Tags: tags,
});

export const secret = defineAdapter({
  type: 'AWS::SecretsManager::Secret',
  properties: shape,
  plan(secret, { environment, logicalId, secrets }) {
    const { stackName, region, accountId } = environment;
    const name = secret.Name ?? physicalName(stackName, logicalId, 512);
    const arn = `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${serviceId(`${stackName}/${name}`, 6)}`;
    secrets.ensure({ arn, name }, () => valueOf(secret));
    return { ref: arn, attributes: { Id: arn } };
  },
});

function valueOf({ SecretString, GenerateSecretString }: z.output<typeof shape>): string {
  if (SecretString !== undefined && GenerateSecretString !== undefined)
    throw new TemplateError('one of SecretString and GenerateSecretString may be there');
  if (SecretString !== undefined) return SecretString;
  try {
    return generateSecret(generationOf(GenerateSecretString ?? generation.parse({})));
  } catch (error) {
    throw new TemplateError(`property GenerateSecretString: ${(error as Error).message}`, { cause: error });
  }
}

function generationOf(given: z.output<typeof generation>): Generation {
  const { GenerateStringKey: key, SecretStringTemplate: json } = given;
  if ((key === undefined) !== (json === undefined))
    throw new Error('SecretStringTemplate and GenerateStringKey belong together');
  return {
    length: given.PasswordLength,
    exclude: given.ExcludeCharacters,
    excludeLowercase: given.ExcludeLowercase,
    excludeUppercase: given.ExcludeUppercase,
    excludeNumbers: given.ExcludeNumbers,
    excludePunctuation: given.ExcludePunctuation,
    includeSpace: given.IncludeSpace,
    requireEachIncludedType: given.RequireEachIncludedType,
    template: key === undefined ? null : { key, json: JSON.parse(json ?? '{}') as Record<string, unknown> },
  };
}
