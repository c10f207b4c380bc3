/** Languages that people are served in. Dutch comes first. */
export type Language = 'nl' | 'en';

/** Words for people: in both languages, or one text where there is one only (a machine's door, what somebody wrote). */
export type Text = string | { readonly nl: string; readonly en: string };

/** The words in one language; a text that stands in one language only is that text. */
export function textIn(text: Text, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

/**
 * The languages of an Accept-Language header (RFC 9110, 12.5.4), the most wanted first. What is not understood, or is
 * refused by `q=0`, is left out.
 */
function wanted(header: string): readonly string[] {
  return header
    .split(',')
    .flatMap((part, place) => {
      const found = /^\s*([a-z]{1,8})(?:-[\w-]+)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*$/i.exec(part);
      const weight = Number(found?.[2] ?? 1);
      return found?.[1] && weight > 0 ? [{ name: found[1].toLowerCase(), weight, place }] : [];
    })
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ name }) => name);
}

/**
 * The language of somebody who never chose one: English only where their browser clearly asks for it (before all
 * others, and without naming Dutch), else Dutch.
 */
export function firstLanguage(acceptLanguage: string | undefined): Language {
  const names = wanted(acceptLanguage ?? '');
  return names[0] === 'en' && !names.includes('nl') ? 'en' : 'nl';
}

/** The language of an answer to a machine: Dutch where it asks for Dutch before English, else English. */
export function machineLanguage(acceptLanguage: string | undefined): Language {
  return wanted(acceptLanguage ?? '').find((name) => name === 'nl' || name === 'en') === 'nl' ? 'nl' : 'en';
}
