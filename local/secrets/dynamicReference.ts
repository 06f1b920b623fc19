import { TemplateError } from '../cloud/template/templateError.ts';
import type { SecretStore } from './secretStore.ts';

/** `secretsmanager:<name or ARN>[:SecretString[:key[:stage[:version]]]]`; an ARN has seven parts of its own. */
const FORM =
  /^secretsmanager:(arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:[^:]+|[^:]+)(?::SecretString)?(?::([^:]*))?(?::([^:]*))?(?::([^:]*))?$/;

/**
 * The value of `{{resolve:secretsmanager:...}}` (CloudFormation User Guide, "Referencing secrets").
 * @param reference what stands between `{{resolve:` and `}}`
 * @throws {TemplateError} for another service, or a secret, version or key that does not exist
 */
export function resolveReference(reference: string, store: SecretStore): string {
  const [, id, key = '', stage = '', version = ''] = FORM.exec(reference) ?? [];
  if (id === undefined)
    throw new TemplateError(`dynamic references of this kind are not resolved locally: {{resolve:${reference}}}`);
  const wanted = stage === '' && version === '' ? 'AWSCURRENT' : stage;
  const found = store
    .find(id)
    ?.versions.find((one) => (version === '' || one.id === version) && (wanted === '' || one.stages.includes(wanted)));
  if (found === undefined) throw new TemplateError(`there is no secret for {{resolve:${reference}}}`);
  return key === '' ? found.text : member(found.text, key, reference);
}

function member(text: string, key: string, reference: string): string {
  const value: unknown = (JSON.parse(text) as Record<string, unknown>)[key];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new TemplateError(`the secret has no ${key}, which {{resolve:${reference}}} names`);
}
