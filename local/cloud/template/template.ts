import { z } from 'zod';
import { TemplateError } from './templateError.ts';

const parameter = z.strictObject({
  Type: z.string(),
  Default: z.union([z.string(), z.number()]).optional(),
  Description: z.string().optional(),
  AllowedValues: z.array(z.union([z.string(), z.number()])).optional(),
  NoEcho: z.union([z.boolean(), z.string()]).optional(),
});

const resource = z.strictObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Condition: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  // Both speak of deleting and replacing; the local cloud never does either.
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});

const output = z.strictObject({
  Value: z.unknown(),
  Description: z.string().optional(),
  Condition: z.string().optional(),
  Export: z.strictObject({ Name: z.unknown() }).optional(),
});

const template = z.strictObject({
  AWSTemplateFormatVersion: z.literal('2010-09-09').optional(),
  Description: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Parameters: z.record(z.string(), parameter).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  // Assertions about the deploying account, such as CDK's bootstrap version: there is no account here.
  Rules: z.record(z.string(), z.unknown()).optional(),
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), output).default({}),
});

export type Template = z.output<typeof template>;
export type ResourceDeclaration = z.output<typeof resource>;

/**
 * Checks the outer shape of a CloudFormation template: its sections and the attributes of its resources.
 * @throws {TemplateError} for a section or attribute that the local cloud does not know, such as `Transform`
 */
export function readTemplate(source: unknown, stackName: string): Template {
  const read = template.safeParse(source);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const place = [stackName, ...(issue?.path ?? [])].map(String).join('/');
  throw new TemplateError(
    `${place}: ${issue?.message ?? 'not a CloudFormation template'}. The local cloud reads no such template.`,
  );
}
