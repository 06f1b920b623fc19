import { Failure, normalize } from '../../intrinsics.ts';
import { text } from '../arguments.ts';
import { refused } from '../refused.ts';

const FORMS: Record<string, string> = { nfc: 'NFC', nfd: 'NFD', nfkc: 'NFKC', nfkd: 'NFKD' };

/** `util.str`. The three that only mapping templates (VTL) have say what to write instead. */
export const str = {
  normalize(value: string, form: string): string {
    const known = FORMS[text('util.str.normalize', form)];
    if (!known) throw new Failure(`util.str.normalize: the form is nfc, nfd, nfkc or nfkd, not "${form}"`);
    return normalize(text('util.str.normalize', value), known);
  },

  toLower: refused('util.str.toLower', 'it is for mapping templates, use toLowerCase()'),
  toUpper: refused('util.str.toUpper', 'it is for mapping templates, use toUpperCase()'),
  toReplace: refused('util.str.toReplace', 'it is for mapping templates, use split() and join()'),
};
