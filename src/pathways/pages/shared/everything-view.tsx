import { DataList, DataTable, formatDate, Section, useLanguage } from '../../../ui/index.ts';
import type { EverythingPart } from './everything.ts';
import { everythingWords } from './everything-words.ts';
import type { PersonFacts } from './person.ts';

/** Everything about somebody, for the screen and for paper. */
export function EverythingSections(props: {
  readonly person: PersonFacts | undefined;
  readonly parts: readonly EverythingPart[];
}) {
  const lang = useLanguage();
  const words = everythingWords(lang);
  const { person } = props;
  return (
    <>
      {person ? (
        <Section title={words.sections.person}>
          <DataList
            facts={[
              { term: words.name, value: person.name },
              { term: words.born, value: person.born },
              { term: words.address, value: person.addressLines.join(', ') },
              { term: words.phone, value: person.phone },
              { term: words.mail, value: person.mail },
              { term: words.language, value: person.language },
            ]}
          />
        </Section>
      ) : null}
      {props.parts.map((part) => (
        <Section key={part.key} title={part.title}>
          {part.lines.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <DataTable
              caption={words.caption({ title: part.title })}
              captionHidden
              rows={part.lines}
              rowKey={(line) => line.key}
              columns={[
                {
                  key: 'when',
                  header: words.when,
                  cell: (line) => (line.at ? formatDate(line.at, 'long', lang) : words.unknown),
                },
                { key: 'what', header: words.what, cell: (line) => line.what },
                { key: 'who', header: words.who, cell: (line) => line.who },
              ]}
            />
          )}
        </Section>
      ))}
    </>
  );
}
