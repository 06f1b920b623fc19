import { TemplateError } from '../../../template/templateError.ts';
import type { MappingProperties } from './mappingShapes.ts';

/** Refuses properties that another kind of event source has. @throws {TemplateError} */
export function refuseOthers(
  properties: MappingProperties,
  names: readonly (keyof MappingProperties)[],
  kind: string,
): void {
  const given = names.filter((name) => properties[name] !== undefined);
  if (given.length > 0) throw new TemplateError(`property ${given.join(', ')} is not for ${kind}`);
}
