import { randomInt } from 'node:crypto';

/** `AWS::SecretsManager::Secret.GenerateSecretString`. */
export type Generation = {
  length: number;
  /** Characters to leave out. */
  exclude: string;
  excludeLowercase: boolean;
  excludeUppercase: boolean;
  excludeNumbers: boolean;
  excludePunctuation: boolean;
  includeSpace: boolean;
  requireEachIncludedType: boolean;
  /** JSON into which the generated text goes under `key`; null: the text is the secret. */
  template: { json: Record<string, unknown>; key: string } | null;
};

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
/** The punctuation that Secrets Manager uses (API Reference, "GetRandomPassword"). */
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** A secret's text, random by a cryptographic generator. @throws {Error} when all characters are excluded */
export function generateSecret(generation: Generation): string {
  const password = generatePassword(generation);
  if (generation.template === null) return password;
  return JSON.stringify({ ...generation.template.json, [generation.template.key]: password });
}

function generatePassword(generation: Generation): string {
  const kinds = kindsOf(generation);
  const all = kinds.join('');
  if (all === '') throw new Error('All characters of the secret are excluded.');
  if (generation.requireEachIncludedType && generation.length < kinds.length)
    throw new Error(`A secret of ${generation.length} characters cannot have one of each of ${kinds.length} kinds.`);
  const required = generation.requireEachIncludedType ? kinds.map(pick) : [];
  const rest = Array.from({ length: generation.length - required.length }, () => pick(all));
  return shuffle([...required, ...rest]).join('');
}

/** The characters of each kind that may be used; no empty ones. */
function kindsOf({ exclude, ...generation }: Generation): string[] {
  const kinds = [
    generation.excludeLowercase ? '' : LOWER,
    generation.excludeUppercase ? '' : LOWER.toUpperCase(),
    generation.excludeNumbers ? '' : '0123456789',
    generation.excludePunctuation ? '' : PUNCTUATION,
    generation.includeSpace ? ' ' : '',
  ];
  return kinds.map((kind) => [...kind].filter((one) => !exclude.includes(one)).join('')).filter((kind) => kind !== '');
}

const pick = (characters: string): string => characters[randomInt(characters.length)] ?? '';

function shuffle<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
