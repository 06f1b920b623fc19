import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plainText.ts';

const MARKS = /[\u0300-\u036f]/g;

/** Every character from..to. */
const block = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));

describe('a text as it is searched for', () => {
  it.each([
    ['Ana Meireles', 'ana meireles'],
    ['  JOSÉ   da\u00a0Conceição ', 'jose da conceicao'],
    ['Jürgen Groß', 'jurgen gross'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['Sørensen, Æbbe', 'sorensen aebbe'],
    ['O’Brien', 'obrien'],
    ["O'BRIEN", 'obrien'],
    ['St. John', 'st john'],
    ['Smith–Jones', 'smith-jones'],
    ['Γιώργος', 'γιωργοσ'],
    ['Йосиф', 'иосиф'],
    ['李明', '李明'],
    ['', ''],
    ['. ’', ''],
  ])('%s is %s', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('has no marked Latin letter left of those that Unicode takes apart', () => {
    const letters = [...block(0xc0, 0x24f), ...block(0x1e00, 0x1eff)].filter((letter) =>
      /^[a-z]$/i.test(letter.normalize('NFD').replace(MARKS, '')),
    );
    expect(letters).toHaveLength(488);
    const bases = letters.map((letter) => letter.normalize('NFD').replace(MARKS, '').toLowerCase());
    expect(letters.map((letter) => plainText(letter))).toEqual(bases);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 200 });

  it('is plain already when it is plain', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(plainText(plainText(any))).toBe(plainText(any));
      }),
    );
  });

  it('is the same for a Latin letter and its mark apart, in either case', () => {
    const latin = fc.string({
      unit: fc.constantFrom(...block(0xc0, 0x17f).filter((letter) => letter !== 'ŉ'), 'a', ' '),
    });
    fc.assert(
      fc.property(latin, (any) => {
        expect(plainText(any.normalize('NFD'))).toBe(plainText(any.normalize('NFC')));
        expect(plainText(any.toUpperCase())).toBe(plainText(any));
      }),
    );
  });
});
