/**
 * An XML element as a plain object: attributes are keys that begin with `@_`, texts are strings, repeated elements are
 * arrays. A builder and parser of XML with this convention (fast-xml-parser: its default prefix, `ignoreAttributes:
 * false`, and for answers `removeNSPrefix: true` and no values parsed) make and read the text.
 */
export type XmlElement = { [name: string]: XmlValue };
export type XmlValue = string | XmlElement | XmlElement[];

/** The child elements of a name, in order; an element without content counts. */
export function children(element: unknown, name: string): XmlElement[] {
  const value = isElement(element) ? element[name] : undefined;
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((child) => (isElement(child) ? child : {}));
}

/** What a path of element names leads to, on all its branches. */
export function descendants(element: unknown, ...path: string[]): XmlElement[] {
  return path.reduce<unknown[]>(
    (found, name) => found.flatMap((each) => children(each, name)),
    [element],
  ) as XmlElement[];
}

export function attribute(element: XmlElement, name: string): string | null {
  const value: unknown = element[`@_${name}`];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isElement(value: unknown): value is Record<string, unknown> & XmlElement {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What XML 1.0 has no way to write, and lone surrogates, become U+FFFD: a message with one of them is not XML at all.
 * Source: XML 1.0, production [2] Char.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
