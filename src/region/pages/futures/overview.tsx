import {
  DataTable,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../ui/index.ts';
import { LAST_YEAR } from '../../futures/ahead.ts';
import { SUBJECTS, type Subject } from '../../futures/subjects.ts';
import { monitorWords } from '../words.ts';
import type { FutureRead } from './handler.ts';
import { Choose, HowItWasMade, PlansTable } from './parts.tsx';
import { queryOf, shownBand, shownPoint } from './present.ts';
import { futureWords } from './words.ts';

/** Everything that follows from the residents to come, in four years; and what plans say of it. */
export function futurePage(context: PageContext, read: FutureRead): string {
  const { lang } = context;
  const words = futureWords(lang);
  const { region, area, choice, ahead } = read;
  const query = queryOf(choice, region.id);
  return renderPage({
    title: words.title({ area: area.name }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: words.nav },
    ],
    intro: words.intro({ area: area.name, from: ahead.years[0]!, until: LAST_YEAR }),
    main: (
      <>
        <Choose read={read} lang={lang} action="/regiobeeld/vooruit" withYear={false} />
        <Section title={words.glance}>
          <p>{words.glanceIntro}</p>
          <Glance read={read} lang={lang} query={query} />
        </Section>
        <PlansTable read={read} rows={read.beside} lang={lang} />
        <HowItWasMade read={read} lang={lang} />
        <Section title={words.take}>
          <p>
            <LinkButton kind="secondary" href={`/regiobeeld/vooruit.csv${query}`}>
              {words.csv}
            </LinkButton>{' '}
            <LinkButton kind="secondary" href={`/regiobeeld/vooruit.json${query}`}>
              {words.json}
            </LinkButton>
          </p>
        </Section>
      </>
    ),
  });
}

type Row = { readonly subject: Subject; readonly line: number };

function Glance({ read, lang, query }: { readonly read: FutureRead; readonly lang: Language; readonly query: string }) {
  const words = futureWords(lang);
  const { ahead } = read;
  const years = [ahead.years[0]!, 2030, 2040, LAST_YEAR];
  // Of residents the total is enough here; of workers both what there is and what is needed.
  const rows = SUBJECTS.flatMap((subject): readonly Row[] =>
    (subject.figure === 'care-workers' ? subject.lines : subject.lines.slice(0, 1)).map((_, line) => ({
      subject,
      line,
    })),
  );
  return (
    <DataTable
      caption={words.glance}
      captionHidden
      rows={rows}
      rowKey={({ subject, line }) => `${subject.figure} ${line}`}
      columns={[
        {
          key: 'subject',
          header: words.subject,
          cell: ({ subject, line }) => (
            <Link href={`/regiobeeld/vooruit/${subject.slug}${query}`}>
              {words.titles[subject.figure]}
              {subject.figure === 'care-workers' ? `: ${words.lines[subject.lines[line]!.key].toLowerCase()}` : ''}
            </Link>
          ),
        },
        ...years.map((year) => ({
          key: String(year),
          header: String(year),
          cell: ({ subject, line }: Row) => {
            const point = ahead.linesOf(subject.figure)[line]!.points.find((one) => one.year === year)!;
            return (
              <>
                <strong>{shownPoint(subject.unit, point, lang)}</strong>
                <div className="omzien-soft">{shownBand(subject.unit, point, lang)}</div>
              </>
            );
          },
        })),
      ]}
    />
  );
}
