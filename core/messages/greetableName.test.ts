import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greetableName } from './greetableName.ts';

describe('a name', () => {
  it.each(['Ada Lovelace', 'Zoë O’Neill-Søn', 'Dr. J. R. Tolkien', '李小龍', 'Mª José', 'D’Arcy & Sons'])(
    '%s is greeted',
    (name) => expect(greetableName(name)).toBe(name),
  );

  it('stands in one line', () => expect(greetableName('  Ada\r\nBcc:\u200b ')).toBeNull());
  it('is read without what is not seen', () => expect(greetableName(' Ada\n\u202e Lovelace ')).toBe('Ada Lovelace'));

  it.each([
    '',
    '   ',
    'Win at https://evil.example',
    'www.evil',
    'visit evil.example now',
    '<b>Ada</b>',
    'a@b',
    'x'.repeat(81),
  ])('%j is none', (name) => expect(greetableName(name)).toBeNull());

  it('never brings a line break or a link along', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(greetableName(text) ?? '').not.toMatch(/[\r\n<>]|:\/\//);
      }),
    );
  });
});
