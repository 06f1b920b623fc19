import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import type { ResourceContext } from '../adapter.ts';
import { properties, text, whole } from '../shapes.ts';

/** APPSYNC_JS only: mapping templates (VTL) are not run, so `RequestMappingTemplate` and its kin are refused by name. */
export const codeProperties = {
  Code: z.string().optional(),
  CodeS3Location: text.optional(),
  Runtime: properties({ Name: z.literal('APPSYNC_JS'), RuntimeVersion: z.literal('1.0.0') }),
  MaxBatchSize: whole.default(0),
};

/** Source text that stands in the template or lies in the cloud assembly. @throws {TemplateError} when it is in neither */
export function sourceText(
  inline: string | undefined,
  location: string | undefined,
  { assets }: Pick<ResourceContext, 'assets'>,
): string {
  if (inline !== undefined && location === undefined) return inline;
  if (inline !== undefined || location === undefined) {
    throw new TemplateError('the source must be given either in the template or as an S3 location');
  }
  return readFileSync(assets.at(location).path, 'utf8');
}
