import type { Region } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  DataTable,
  Form,
  formatNumber,
  type Language,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import type { Difference, DraftRead } from '../../../bring/bring.ts';
import { areaOf } from '../../../model/area.ts';
import type { Row } from '../../../model/brought.ts';
import { shownValue } from '../../present.ts';
import { monitorWords } from '../../words.ts';
import { BRING } from '../house.ts';
import { bringWords } from '../words.ts';

const MOST_SHOWN = 100;
/** A value that is so many times what it was, or the reverse, may be in thousands, or of another place. */
const JUMP = 2;

/** What was read, what is wrong in it line by line, and what changes when it is brought in. */
export function draftPage(context: PageContext, region: Region, read: DraftRead, conflict?: string): string {
  const { lang } = context;
  const all = bringWords(lang);
  const words = all.draft;
  const { draft, indicator, differences, same, state } = read;
  const wrong = draft.mistakes.length;
  const back =
    draft.kind === 'csv'
      ? `${BRING}/bestand?cijfer=${indicator.id}`
      : `${BRING}/cbs/${draft.pick?.table}?cijfer=${indicator.id}`;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: BRING }, { label: words.title }],
    intro: words.intro({ title: indicator.title, series: draft.about.name }),
    main: (
      <>
        {conflict ? <Alert tone="error">{conflict}</Alert> : null}
        <p>{words.from({ file: draft.file, lines: draft.rows.length })}</p>
        {wrong > 0 ? (
          <>
            <Alert tone="error" title={words.wrong({ count: wrong })}>
              <p>{draft.kind === 'csv' ? words.wrongIntro : words.wrongCbs}</p>
            </Alert>
            <Section title={words.mistakes}>
              <DataTable
                caption={words.mistakes}
                captionHidden
                rows={draft.mistakes.slice(0, MOST_SHOWN).map((one, index) => ({ ...one, index }))}
                rowKey={({ index }) => String(index)}
                columns={[
                  { key: 'line', header: words.line, cell: ({ line }) => (line === 0 ? words.whole : line) },
                  { key: 'mistake', header: words.mistake, cell: ({ text }) => text[lang] },
                ]}
              />
              {wrong > MOST_SHOWN ? <p>{words.more({ count: wrong - MOST_SHOWN })}</p> : null}
            </Section>
          </>
        ) : null}
        <Changes differences={differences} same={same} read={read} region={region} lang={lang} />
        {draft.load ? (
          <>
            <Alert tone="info">{words.already}</Alert>
            <LinkButton href={`${BRING}/levering/${draft.load}`}>{words.toLoad}</LinkButton>
          </>
        ) : (
          <>
            {draft.pick && draft.pick.every !== 'once' ? (
              <p>{words.repeats({ every: all.every[draft.pick.every].toLowerCase() })}</p>
            ) : null}
            {wrong === 0 ? (
              <Form action={`${BRING}/concept/${draft.id}`} hidden={{ state }}>
                <ButtonGroup>
                  <Button>{words.bring}</Button>
                  <LinkButton kind="subtle" href={back}>
                    {words.again}
                  </LinkButton>
                </ButtonGroup>
              </Form>
            ) : (
              <LinkButton href={back}>{words.again}</LinkButton>
            )}
          </>
        )}
      </>
    ),
  });
}

function Changes(props: {
  readonly differences: readonly Difference[];
  readonly same: number;
  readonly read: DraftRead;
  readonly region: Region;
  readonly lang: Language;
}) {
  const { differences, same, region, lang } = props;
  const { indicator } = props.read;
  const words = bringWords(lang).draft;
  if (differences.length === 0) return same > 0 ? <p>{words.nothing}</p> : null;
  const added = differences.filter(({ was }) => was === undefined).length;
  const shown = differences.slice(0, MOST_SHOWN);
  return (
    <Section title={words.counts}>
      <ul>
        <li>
          {words.added}: {formatNumber(added, 0, lang)}
        </li>
        <li>
          {words.changed}: {formatNumber(differences.length - added, 0, lang)}
        </li>
        <li>
          {words.same}: {formatNumber(same, 0, lang)}
        </li>
      </ul>
      {differences.length > shown.length ? (
        <p>{words.shownFirst({ shown: shown.length, all: differences.length })}</p>
      ) : null}
      <DataTable
        caption={words.table}
        rows={shown}
        rowKey={({ row }) => `${row.area} ${row.year} ${row.sex} ${row.age}`}
        columns={[
          { key: 'area', header: words.area, cell: ({ row }) => areaOf(region, row.area)?.name ?? row.area },
          { key: 'year', header: words.year, numeric: true, cell: ({ row }) => row.year },
          { key: 'part', header: words.part, cell: ({ row }) => partOf(row, lang) },
          {
            key: 'was',
            header: words.was,
            numeric: true,
            cell: ({ was }) => (was === undefined ? '–' : shownValue(indicator, was, lang)),
          },
          {
            key: 'becomes',
            header: words.becomes,
            numeric: true,
            cell: ({ row, was }) => (
              <>
                {shownValue(indicator, row.value, lang)}
                {jumps(row.value, was) ? <strong> {words.jump}</strong> : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

const jumps = (value: number, was: number | undefined): boolean =>
  was !== undefined && was !== 0 && (value / was > JUMP || value / was < 1 / JUMP);

function partOf({ sex, age }: Row, lang: Language): string {
  const words = monitorWords(lang).page;
  const of = { all: words.all, men: words.men, women: words.women }[sex];
  return age === 'all' ? of : `${of}, ${age}`;
}
