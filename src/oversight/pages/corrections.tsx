import type { Correction } from '../../pathways/index.ts';
import { Card, formatDate, type Language, Section, Status } from '../../ui/index.ts';
import { correctionWords } from './correction-words.ts';

/** What teams correct after a request: by when, and how it was done. For the resident and the officer alike. */
export function Corrections(props: { readonly corrections: readonly Correction[]; readonly lang: Language }) {
  const { corrections, lang } = props;
  if (corrections.length === 0) return null;
  const words = correctionWords(lang);
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return (
    <Section title={words.title}>
      {corrections.map((one) => (
        <Card key={one.id} title={kinds[one.type] ?? one.type} level={3}>
          <p>{one.wish}</p>
          {one.doneAt && one.how ? (
            <p>
              <Status tone="good">{words.done}</Status>{' '}
              {words.how[one.how]({ date: formatDate(one.doneAt, 'long', lang), name: one.doneBy ?? '' })}
            </p>
          ) : (
            <p>
              <Status tone="active">{words.waits}</Status> {words.by({ date: formatDate(one.due, 'long', lang) })}
            </p>
          )}
        </Card>
      ))}
    </Section>
  );
}
