import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AssetStore } from '../../assembly/assetStore.ts';
import { planOf, roleFor } from '../../plan/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":"${Table}","End":true}}}';
writeFileSync(join(folder, 'machine.json'), text);
const assets = new AssetStore();
assets.add('b', 'machine.json', { path: join(folder, 'machine.json'), packaging: 'file' });

const machines = (more: object, service = 'states.amazonaws.com') => {
  const Properties = { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ...more };
  const resources = { Role: roleFor(service), M: { Type: 'AWS::StepFunctions::StateMachine', Properties } };
  return [...planOf(resources, assets).stateMachines.values()];
};

describe('a state machine', () => {
  it.each([
    ['text', { DefinitionString: text }],
    ['JSON', { Definition: JSON.parse(text) as object }],
    ['an asset', { DefinitionS3Location: { Bucket: 'b', Key: 'machine.json' } }],
  ])('is defined by %s, with its substitutions', (_, more) => {
    expect(machines({ ...more, DefinitionSubstitutions: { Table: 'things' } })).toEqual([
      {
        name: 'Demo-M',
        arn: 'arn:aws:states:us-west-2:000000000000:stateMachine:Demo-M',
        roleArn: 'arn:aws:iam::000000000000:role/Demo-Role',
        definition: text.replace('${Table}', 'things'),
      },
    ]);
  });

  it.each([
    ['no definition', {}, 'one of Definition, DefinitionString and DefinitionS3Location'],
    ['what is not run', { DefinitionString: text.replace('"End"', '"Assign":{},"End"') }, 'State A has Assign'],
    [
      'express machines',
      { DefinitionString: text, StateMachineType: 'EXPRESS' },
      'express machines are not run locally',
    ],
  ])('is refused with %s', (_, more, message) => {
    expect(() => machines(more)).toThrow(message);
  });

  it('needs a role that trusts it', () => {
    expect(() => machines({ DefinitionString: text }, 'lambda.amazonaws.com')).toThrow(
      'does not trust states.amazonaws.com',
    );
  });
});
