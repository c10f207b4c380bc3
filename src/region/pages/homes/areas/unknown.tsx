import { type Language, Section } from '../../../../ui/index.ts';
import { areaWords } from './words.ts';

/** What these pages do not know, so that nobody reads it into them. */
export function NotKnown({ lang }: { readonly lang: Language }) {
  const words = areaWords(lang);
  return (
    <Section title={words.notKnown}>
      <ul>
        {Object.values(words.notKnownLines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
