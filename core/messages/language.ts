import de from './texts/de.json' with { type: 'json' };
import en from './texts/en.json' with { type: 'json' };
import es from './texts/es.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import pt from './texts/pt.json' with { type: 'json' };

/** All texts of a language; `{{ hotel }}` and the like are filled in. */
export type Texts = typeof en;

/** Every language that guests are written to in. */
export const CATALOGUES = { de, en, es, fr, pt } satisfies Record<string, Texts>;

export type Language = keyof typeof CATALOGUES;

/**
 * The language for a guest who speaks `tag`: its texts in the language without region, else in English.
 * @param tag BCP 47
 * @returns `locale` tells how dates and amounts are written: the region's way, where the texts are of its language
 */
export function languageFor(tag: string): { language: Language; locale: string; texts: Texts } {
  const primary = tag.split('-', 1)[0].toLowerCase();
  if (!isLanguage(primary)) return { language: 'en', locale: 'en', texts: en };
  return { language: primary, locale: canonical(tag) ?? primary, texts: CATALOGUES[primary] };
}

const isLanguage = (text: string): text is Language => Object.hasOwn(CATALOGUES, text);

/** Null for what only looks like a tag. */
function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
