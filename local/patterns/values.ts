/** What stands at the end of a path: patterns compare these, never objects. */
export type Leaf = string | number | boolean | null;

export type LeafTest = (leaf: Leaf) => boolean;

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isLeaf(value: unknown): value is Leaf {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The leaves in a field's value: itself, or those of its elements. An object in it is no leaf. */
export function leavesOf(value: unknown): Leaf[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isLeaf(value) ? [value] : [];
}

/** The objects in a field's value: itself, or those of its elements. */
export function objectsOf(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  return isFields(value) ? [value] : [];
}

/** A field of an object's own: `constructor` and the like are in none that does not say so. */
export function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
