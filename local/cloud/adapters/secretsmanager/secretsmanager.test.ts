import { describe, expect, it } from 'vitest';
import { openSecretStore, type SecretStore } from '../../../secrets/secretStore.ts';
import { AssetStore } from '../../assembly/assetStore.ts';
import { stackOf } from '../../plan/fixture.ts';
import type { Plan } from '../../plan/plan.ts';
import { planAssembly } from '../../plan/planAssembly.ts';

const urls = {
  graphql: 'http://127.0.0.1:1/graphql',
  realtime: 'ws://127.0.0.1:1/graphql/realtime',
  aws: 'http://127.0.0.1:2',
  redis: 'redis://127.0.0.1:3',
  mysql: 'mysql://127.0.0.1:3306',
};
function planned(resources: object, outputs: object = {}): { plan: Plan; secrets: SecretStore } {
  const secrets = openSecretStore(null);
  const stacks = [stackOf({ Resources: resources, Outputs: outputs })];
  return { plan: planAssembly({ stacks, assets: new AssetStore() }, urls, secrets), secrets };
}

const secret = (more: object) => ({ Type: 'AWS::SecretsManager::Secret', Properties: more });
const generated = secret({
  GenerateSecretString: {
    ExcludePunctuation: true,
    GenerateStringKey: 'password',
    PasswordLength: 20,
    SecretStringTemplate: '{"username":"booking_admin"}',
  },
});
/** As the CDK refers to a member of a secret. */
const member = (id: string, key: string) => ({
  'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: id }, `:SecretString:${key}::}}`]],
});
const parameter = (Value: unknown) => ({ Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value } });
const cluster = {
  Type: 'AWS::RDS::DBCluster',
  Properties: {
    Engine: 'aurora-mysql',
    DatabaseName: 'bookingaudit',
    MasterUsername: member('Secret', 'username'),
    MasterUserPassword: member('Secret', 'password'),
  },
};

describe('a secret', () => {
  it('is generated, and its members are resolved where the template refers to them', () => {
    const { plan, secrets } = planned({ Secret: generated, Cluster: cluster });
    const value = secrets.find('Demo-Secret')?.versions[0]?.text ?? '';
    expect(JSON.parse(value)).toEqual({
      username: 'booking_admin',
      password: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
    });
    expect(plan.databases).toMatchObject([JSON.parse(value.replace('username', 'user'))]);
  });

  it('learns where the database is that it is attached to', () => {
    const { secrets, plan } = planned(
      {
        Secret: generated,
        Cluster: cluster,
        Attachment: {
          Type: 'AWS::SecretsManager::SecretTargetAttachment',
          Properties: { SecretId: { Ref: 'Secret' }, TargetId: { Ref: 'Cluster' }, TargetType: 'AWS::RDS::DBCluster' },
        },
      },
      { Arn: { Value: { Ref: 'Attachment' } } },
    );
    const current = secrets.find(plan.outputs.Arn ?? '')?.versions.at(-1)?.text ?? '{}';
    expect(JSON.parse(current)).toMatchObject({
      username: 'booking_admin',
      engine: 'mysql',
      host: '127.0.0.1',
      port: 3306,
      dbname: 'bookingaudit',
      dbClusterIdentifier: 'demo-cluster',
    });
  });

  it('may be given, or all of it be generated', () => {
    const { secrets } = planned({
      Given: secret({ SecretString: 's' }),
      Plain: secret({ Name: 'token', GenerateSecretString: {} }),
    });
    expect(secrets.find('Demo-Given')?.versions[0]?.text).toBe('s');
    expect(secrets.find('token')?.versions[0]?.text).toHaveLength(32);
  });

  it.each([
    [{ Secret: secret({ GenerateSecretString: { GenerateStringKey: 'a' } }) }, 'belong together'],
    [
      { Secret: secret({ SecretString: 's', GenerateSecretString: {} }) },
      'one of SecretString and GenerateSecretString',
    ],
    [
      { Secret: generated, P: parameter(member('Secret', 'none')) },
      'Demo/P (AWS::SSM::Parameter): the secret has no none',
    ],
    [{ P: parameter('{{resolve:secretsmanager:none}}') }, 'there is no secret for {{resolve:secretsmanager:none}}'],
    [{ P: parameter('{{resolve:ssm-secure:/a:1}}') }, 'of this kind are not resolved locally'],
  ])('is refused (%#)', (resources, message) => {
    expect(() => planned(resources)).toThrow(message);
  });

  it('is not shown in outputs', () => {
    const outputs = { Password: { Value: member('Secret', 'password') } };
    expect(() => planned({ Secret: generated }, outputs)).toThrow(
      'Demo, output Password: dynamic references are not resolved in outputs',
    );
  });
});
