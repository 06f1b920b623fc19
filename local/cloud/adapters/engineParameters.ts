import { TemplateError } from '../template/templateError.ts';

/** What becomes of a setting of a parameter group: handed to the engine, or without effect here for the reason given. */
type Treatment = 'applied' | { skipped: string };

/**
 * The settings that the local engine is started with.
 * @param known what becomes of each setting that the local cloud knows, by name; a group of names ends in `*`
 * @throws {TemplateError} for a setting that is not known
 */
export function engineParameters(
  property: string,
  given: Record<string, string>,
  known: Record<string, Treatment>,
): Record<string, string> {
  const applied = Object.entries(given).filter(([name]) => {
    const treatment = known[name] ?? ofGroup(name, known);
    if (treatment === undefined) {
      throw new TemplateError(`property ${property} sets ${name}, which the local cloud does not know`);
    }
    return treatment === 'applied';
  });
  return Object.fromEntries(applied);
}

function ofGroup(name: string, known: Record<string, Treatment>): Treatment | undefined {
  const group = Object.keys(known).find((key) => key.endsWith('*') && name.startsWith(key.slice(0, -1)));
  return group === undefined ? undefined : known[group];
}
