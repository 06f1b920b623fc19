import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { properties, text } from '../shapes.ts';

/** Adds to a database's secret where the database is, as Secrets Manager does: functions then need the secret alone. */
export const secretTargetAttachment = defineAdapter({
  type: 'AWS::SecretsManager::SecretTargetAttachment',
  properties: properties({
    SecretId: text,
    TargetId: text,
    TargetType: z.literal('AWS::RDS::DBCluster', 'secrets are attached to database clusters only'),
  }),
  plan({ SecretId, TargetId }, { plan, secrets }) {
    const stored = secrets.find(SecretId);
    if (stored === undefined) throw new TemplateError(`property SecretId: there is no secret ${SecretId}`);
    const database = plan.databases.find(({ id }) => id === TargetId);
    if (database === undefined) throw new TemplateError(`property TargetId: there is no database cluster ${TargetId}`);
    const current = stored.versions.find(({ stages }) => stages.includes('AWSCURRENT'))?.text ?? '{}';
    const { host, port, databaseName, id } = database;
    const place = { engine: 'mysql', host, port, dbClusterIdentifier: id };
    const named = databaseName === null ? {} : { dbname: databaseName };
    const text = JSON.stringify({ ...(JSON.parse(current) as object), ...place, ...named });
    if (text !== current) secrets.add(stored.arn, { text, stages: ['AWSCURRENT'] });
    return { ref: stored.arn, attributes: { Id: stored.arn } };
  },
});
