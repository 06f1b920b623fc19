import { host } from '../../host.ts';
import { charCodeAt, decode, encode, numberToString } from '../../intrinsics.ts';
import { text } from '../arguments.ts';

/** What encodeURIComponent leaves and java.net.URLEncoder does not, and the space. */
const FORM_ESCAPES: Record<string, string> = { '!': '%21', "'": '%27', '(': '%28', ')': '%29', '~': '%7E', ' ': '+' };
const JAVASCRIPT_ESCAPES: Record<string, string> = {
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
};

/** The functions of `util` that encode text. All use UTF-8. */
export const encoding = {
  /** Like escapeEcmaScript of Apache Commons Text: quotes, slashes and all outside printable ASCII. */
  escapeJavaScript(value: string): string {
    let escaped = '';
    const given = text('util.escapeJavaScript', value);
    for (let i = 0; i < given.length; i++) escaped += escapedCharacter(given.charAt(i));
    return escaped;
  },

  urlEncode(value: string): string {
    let encoded = '';
    for (const character of text('util.urlEncode', value)) encoded += FORM_ESCAPES[character] ?? encode(character);
    return encoded;
  },

  urlDecode: (value: string): string => decode(text('util.urlDecode', value).split('+').join(' ')),
  base64Encode: (value: string): string => host().base64Encode(text('util.base64Encode', value)),
  base64Decode: (value: string): string => host().base64Decode(text('util.base64Decode', value)),
};

function escapedCharacter(character: string): string {
  const known = JAVASCRIPT_ESCAPES[character];
  if (known) return known;
  const code = charCodeAt(character, 0);
  if (code >= 32 && code < 127) return character;
  const hex = numberToString(code, 16).toUpperCase();
  return `\\u${'0000'.slice(hex.length)}${hex}`;
}
