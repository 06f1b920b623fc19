/** Letters that lose their marks: each text begins with what the others become. */
const FOLDED = [
  'aàáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ',
  'bḃḅḇ',
  'cçćĉċčḉ',
  'dďđðḋḍḏḑḓ',
  'eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ',
  'fḟ',
  'gĝğġģǧǵḡ',
  'hĥħȟḣḥḧḩḫẖ',
  'iìíîïĩīĭįıǐȉȋḭḯỉị',
  'jĵǰ',
  'kķǩḱḳḵ',
  'lĺļľłḷḹḻḽ',
  'mḿṁṃ',
  'nñńņňǹṅṇṉṋ',
  'oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợǿ',
  'pṕṗ',
  'rŕŗřȑȓṙṛṝṟ',
  'sśŝşšșṡṣṥṧṩſẛ',
  'tţťŧțṫṭṯṱẗ',
  'uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự',
  'vṽṿ',
  'wŵẁẃẅẇẉẘ',
  'xẋẍ',
  'yýÿŷȳẏẙỳỵỷỹ',
  'zźżžẑẓẕ',
  // Greek and Cyrillic: what may also be typed as a letter with a mark of its own.
  'αά',
  'εέ',
  'ηή',
  'ιίϊΐ',
  'οό',
  'σς',
  'υύϋΰ',
  'ωώ',
  'гѓ',
  'еёѐ',
  'ийѝ',
  'ії',
  'кќ',
  'уў',
  // Hyphens and dashes.
  '-‐‑‒–—',
  // What stands between words.
  ' \t\n\r\u00a0,;',
];

/** Letters that are written as two. */
const SPELLED: Record<string, string> = { ß: 'ss', æ: 'ae', ǽ: 'ae', ǣ: 'ae', œ: 'oe', þ: 'th', ĳ: 'ij', ŉ: 'n' };

/** Left out, as some write them and others don't: O’Brien, St. John. */
const DROPPED = '\'’‘ʼʻ`´."“”';

const AS_IT_IS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What one lower-case character becomes. Marks that follow their letter (U+0300 to U+036F) go. */
function fold(character: string): string {
  if (AS_IT_IS.indexOf(character) >= 0) return character;
  if (DROPPED.indexOf(character) >= 0 || (character >= '\u0300' && character <= '\u036f')) return '';
  if (Object.hasOwn(SPELLED, character)) return SPELLED[character];
  const letters = FOLDED.find((all) => all.indexOf(character) >= 0);
  return letters ? letters.charAt(0) : character;
}

/**
 * A text as it is searched for: lower case, Latin letters without their marks, words parted by one space. The scripts of
 * which nothing is said here stay as they are written. For at most 300 characters: in upper case one can become three, and
 * AppSync lets a loop turn 1,000 times.
 */
export function plainText(text: string): string {
  // By way of upper case, as some letters share theirs: ß with ss, the dotless i of Turkish with i.
  const letters = text
    .toUpperCase()
    .toLowerCase()
    .split('')
    .map((character) => fold(character))
    .join('');
  return letters
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
}
