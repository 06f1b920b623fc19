import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readDefinition } from '../../../stateMachines/definition/check.ts';
import { DefinitionError } from '../../../stateMachines/definition/definitionError.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { requireTrust } from '../iam/trust.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text, textMap } from '../shapes.ts';

const shape = properties({
  StateMachineName: text.optional(),
  StateMachineType: z.literal('STANDARD', 'express machines are not run locally').optional(),
  RoleArn: text,
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionString: z.string().optional(),
  DefinitionS3Location: properties({ Bucket: text, Key: text }).optional(),
  DefinitionSubstitutions: textMap.default({}),
  EncryptionConfiguration: skip('encryption at rest is a matter of the real service'),
  LoggingConfiguration: skip('what fails is printed as it comes; the history is there to be asked for'),
  Tags: tags,
  TracingConfiguration: skip('traces need X-Ray'),
});

export const stateMachine = defineAdapter({
  type: 'AWS::StepFunctions::StateMachine',
  properties: shape,
  plan(machine, context) {
    const { stackName, region, accountId } = context.environment;
    const name = machine.StateMachineName ?? physicalName(stackName, context.logicalId, 80);
    const arn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
    requireTrust(context.plan, machine.RoleArn, 'states.amazonaws.com');
    const definition = substituted(definitionText(machine, context), machine.DefinitionSubstitutions);
    check(definition);
    context.plan.stateMachines.set(arn, { name, arn, roleArn: machine.RoleArn, definition });
    return { ref: arn, attributes: { Arn: arn, Name: name } };
  },
});

function definitionText(machine: z.output<typeof shape>, { assets }: ResourceContext): string {
  const { Definition, DefinitionString, DefinitionS3Location } = machine;
  const given = [Definition, DefinitionString, DefinitionS3Location].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new TemplateError('one of Definition, DefinitionString and DefinitionS3Location must be there');
  if (DefinitionString !== undefined) return DefinitionString;
  if (Definition !== undefined) return JSON.stringify(Definition);
  const { Bucket = '', Key = '' } = DefinitionS3Location ?? {};
  return readFileSync(assets.get(Bucket, Key).path, 'utf8');
}

/** `${Name}` in the definition stands for the substitution of that name. */
function substituted(definition: string, substitutions: Record<string, string>): string {
  return definition.replace(/\$\{([^}]+)\}/g, (whole, name: string) => substitutions[name] ?? whole);
}

function check(definition: string): void {
  try {
    readDefinition(definition);
  } catch (error) {
    if (error instanceof DefinitionError) throw new TemplateError(error.message, { cause: error });
    throw error;
  }
}
