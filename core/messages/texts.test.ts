import { describe, expect, it } from 'vitest';
import { CATALOGUES, type Language, type Texts } from './language.ts';

const languages = Object.keys(CATALOGUES) as Language[];
const { en } = CATALOGUES;

/** Every text by its path: `messages.CHANGE.subject`. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}

/** Without the count of paragraphs, which may differ. */
const keysOf = (texts: Texts) => [...new Set(flat(texts).map(([path]) => path.replace(/\.\d+$/, '')))].sort();
const known = ['name', 'number', 'hotel', 'city', 'roomType', 'formerHotel', 'arrival', 'departure', 'until'];
const namesIn = (text: string) => [...text.matchAll(/\{\{ (\w+) \}\}/g)].map(([, name]) => name);

describe.each(languages)('the catalogue %s', (language) => {
  const texts: Texts = CATALOGUES[language];

  it('has every text, and none is empty', () => {
    expect(keysOf(texts)).toEqual(keysOf(en));
    expect(flat(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('names only what can be filled in, and spells it so', () => {
    for (const [path, text] of flat(texts)) {
      expect(known, path).toEqual(expect.arrayContaining(namesIn(text)));
      expect(text.replaceAll(/\{\{ \w+ \}\}/g, ''), path).not.toMatch(/[{}]/);
    }
  });

  it.each(Object.keys(en.messages) as (keyof Texts['messages'])[])('tells %s as the English one does', (kind) => {
    const facts = ({ subject, paragraphs }: Texts['messages'][typeof kind]) =>
      namesIn([subject, ...paragraphs].join(' '));
    expect([...new Set(facts(texts.messages[kind]))].sort()).toEqual([...new Set(facts(en.messages[kind]))].sort());
  });
});

it('names are greeted where nothing else may be', () => {
  for (const { greeting, messages } of Object.values(CATALOGUES)) {
    expect(namesIn(greeting)).toEqual(['name']);
    for (const [path, text] of flat(messages)) expect(namesIn(text), path).not.toContain('name');
  }
});
