import type { ReactNode } from 'react';
import {
  Button,
  DataTable,
  Details,
  Form,
  formatDate,
  kept,
  Link,
  SelectField,
  Status,
  useLanguage,
} from '../../../../ui/index.ts';
import type { Load } from '../../../read/load.ts';
import { COUNT_CAP, type View } from '../../../read/worklist.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { hrefOf, wordOf } from './presenter.ts';
import { teamWords } from './team-words.ts';

type Team = {
  readonly view: View;
  readonly after: string | undefined;
  readonly load: readonly Load[];
  readonly of: Load | undefined;
  readonly form: Shown;
};

const counted = (count: number, words: ReturnType<typeof teamWords>): string =>
  count >= COUNT_CAP ? words.capped({ most: COUNT_CAP }) : String(count);

/** A list whose rows can be chosen, and the colleague who gets them; the list stays where it was after a mistake. */
export function Assigning(props: { readonly shown: Team; readonly children: ReactNode }) {
  const words = teamWords(useLanguage());
  const { view, after, of, load, form } = props.shown;
  const where = { lijst: wordOf(view), ...(of ? { bij: of.person } : {}), ...(after ? { na: after } : {}) };
  return (
    <Form action={paths.assignMany} hidden={where} label={words.assign} wide>
      {props.children}
      <SelectField
        {...kept(form, 'to')}
        label={`${words.assign}: ${words.to.toLowerCase()}`}
        width="half"
        empty={words.choose}
        options={load.map((one) => ({
          value: one.person,
          label: one.away
            ? words.optionAway({ name: one.name })
            : words.optionOpen({ name: one.name, open: counted(one.open, words) }),
        }))}
      />
      <Button icon="person">{words.do}</Button>
    </Form>
  );
}

/** Who has how much, and who is away. */
export function Loads({ shown }: { readonly shown: Team }) {
  const lang = useLanguage();
  const words = teamWords(lang);
  if (shown.load.length === 0) return null;
  const { loadColumns: columns } = words;
  return (
    <Details summary={words.loadTitle}>
      <DataTable
        caption={words.loadTitle}
        captionHidden
        rows={shown.load}
        rowKey={(row) => row.person}
        columns={[
          {
            key: 'name',
            header: columns.name,
            cell: (row) => <Link href={hrefOf('open', { of: row.person })}>{row.name}</Link>,
          },
          { key: 'open', header: columns.open, numeric: true, cell: (row) => counted(row.open, words) },
          { key: 'late', header: columns.late, numeric: true, cell: (row) => counted(row.late, words) },
          {
            key: 'away',
            header: columns.away,
            cell: ({ away }) =>
              away ? (
                <Status tone="attention">
                  {[
                    away.until ? words.awayUntil({ date: formatDate(away.until, 'long', lang) }) : words.away,
                    ...(away.cover ? [words.cover({ name: away.cover })] : []),
                  ].join(', ')}
                </Status>
              ) : (
                words.present
              ),
          },
        ]}
      />
    </Details>
  );
}
