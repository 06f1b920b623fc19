import { namesIn } from '../evaluation/substitute.ts';

/** Every name that a template value refers to by `Ref`, `Fn::GetAtt` or `Fn::Sub`, at any depth. May hold parameters. */
export function referencesOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) referencesOf(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) addReferences(key, item, found);
  }
  return found;
}

function addReferences(key: string, item: unknown, found: Set<string>): void {
  if (key === 'Ref' && typeof item === 'string') found.add(item);
  if (key === 'Fn::GetAtt')
    found.add(typeof item === 'string' ? (item.split('.')[0] ?? '') : String((item as unknown[])[0]));
  if (key === 'Fn::Sub') for (const name of namesIn(String(Array.isArray(item) ? item[0] : item))) found.add(name);
  referencesOf(item, found);
}
