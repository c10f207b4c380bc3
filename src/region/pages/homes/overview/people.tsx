import { Card, DataTable, formatNumber, type Language, Section } from '../../../../ui/index.ts';
import { shownCounts } from '../../../model/homes.ts';
import { homeWords } from '../words.ts';
import type { HomesRead } from './handler.ts';

type Part = { readonly read: HomesRead; readonly lang: Language };

/** Groups that ask for attention: housed, beside what was agreed. Small counts are hidden. */
export function Groups({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing, numbers, region } = read;
  const own = numbers.filter(({ kind }) => kind === 'group');
  const year = Math.max(...own.map((one) => one.year));
  const housed = shownCounts(
    region.id,
    own.filter((one) => one.year === year && one.part.endsWith(' housed')),
    housing.groups.map(({ id }) => `${id} housed`),
    false,
  );
  const agreed = (group: string) =>
    own.filter((one) => one.year === year && one.part === `${group} agreed`).reduce((sum, one) => sum + one.value, 0);
  return (
    <Section title={words.groups}>
      <p>{words.groupsIntro}</p>
      {own.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <DataTable
          caption={`${words.groups}, ${year}`}
          rows={housing.groups}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'group',
              header: words.group,
              cell: ({ name, urgent }) => (urgent ? `${name} (${words.urgent})` : name),
            },
            {
              key: 'housed',
              header: words.housed,
              numeric: true,
              cell: ({ id }) => {
                const value = housed.find(
                  (one) => one.municipality === region.id && one.part === `${id} housed`,
                )?.value;
                return value === null || value === undefined ? words.hidden : formatNumber(value, 0, lang);
              },
            },
            { key: 'agreed', header: words.agreed, numeric: true, cell: ({ id }) => formatNumber(agreed(id), 0, lang) },
          ]}
        />
      )}
    </Section>
  );
}

const URGENCY = ['asked', 'granted', 'housed'] as const;

/** The yearly account on urgency. Small counts are hidden. */
export function Urgency({ read, lang }: Part) {
  const words = homeWords(lang);
  const { numbers, region } = read;
  const own = numbers.filter(({ kind }) => kind === 'urgency');
  const year = Math.max(...own.map((one) => one.year));
  const counts = shownCounts(
    region.id,
    own.filter((one) => one.year === year),
    URGENCY,
    true,
  );
  const places = [...new Set(counts.map(({ municipality }) => municipality))];
  const headers = { asked: words.asked, granted: words.granted, housed: words.gotHome };
  return (
    <Section title={words.urgency}>
      <p>{words.urgencyIntro}</p>
      {own.length === 0 ? (
        <Card>
          <p>{words.nothing}</p>
        </Card>
      ) : (
        <DataTable
          caption={`${words.urgency}, ${year}`}
          rows={places.map((id) => ({ id }))}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: words.municipality,
              cell: ({ id }) =>
                id === region.id ? region.name : (region.municipalities.find((one) => one.id === id)?.name ?? id),
            },
            ...URGENCY.map((part) => ({
              key: part,
              header: headers[part],
              numeric: true,
              cell: ({ id }: { readonly id: string }) => {
                const value = counts.find((one) => one.municipality === id && one.part === part)?.value;
                return value === null || value === undefined ? words.hidden : formatNumber(value, 0, lang);
              },
            })),
          ]}
        />
      )}
    </Section>
  );
}
