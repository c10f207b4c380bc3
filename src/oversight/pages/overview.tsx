import type { ReactNode } from 'react';
import { DataList, formatDate, type Language, Section } from '../../ui/index.ts';
import type { OverviewEntry } from '../model/overview.ts';
import type { Overview } from '../service/overview.ts';
import { glassWords } from './glass-words.ts';

const dated = (at: string | undefined, lang: Language): string | undefined =>
  at && /^\d{4}-\d{2}-\d{2}/.test(at) ? formatDate(at.length === 10 ? at : new Date(at), 'long', lang) : undefined;

/** What is read of one record for one reason: who it is, and what it says, by kind. */
export function OverviewParts(props: {
  readonly overview: Overview;
  readonly lang: Language;
  /** A link beside an entry, such as to have it corrected. */
  readonly beside?: (entry: OverviewEntry) => ReactNode;
}) {
  const { overview, lang } = props;
  const words = glassWords(lang).view;
  const groups: Readonly<Record<string, string>> = words.groups;
  const byType = Map.groupBy(overview.entries, (entry) => entry.type);
  const { details } = overview;
  return (
    <>
      <Section title={words.person}>
        <DataList
          facts={[
            { term: words.born, value: dated(details?.birthDate, lang) },
            { term: words.phone, value: details?.phone },
            { term: words.address, value: details?.address.join(', ') },
          ]}
        />
      </Section>
      {byType.size === 0 ? <p>{words.empty}</p> : null}
      {[...byType].map(([type, entries]) => (
        <Section key={type} title={groups[type] ?? type}>
          <DataList facts={entries.map((entry, index) => factOf(entry, index, lang, props.beside))} />
        </Section>
      ))}
    </>
  );
}

function factOf(
  entry: OverviewEntry,
  index: number,
  lang: Language,
  beside: ((entry: OverviewEntry) => ReactNode) | undefined,
) {
  const states: Readonly<Record<string, string>> = glassWords(lang).view.states;
  const head = [dated(entry.at, lang), entry.title].filter(Boolean).join(': ');
  return {
    // Two entries of one day would otherwise share a key.
    term: head ? `${index + 1}. ${head}` : `${index + 1}.`,
    value: (
      <>
        {entry.state ? <p>{states[entry.state] ?? entry.state}</p> : null}
        {entry.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one entry do not move
          <p key={at}>{line}</p>
        ))}
        {beside?.(entry)}
      </>
    ),
  };
}
