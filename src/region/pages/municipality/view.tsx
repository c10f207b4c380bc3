import type { Region } from '../../../content/index.ts';
import {
  DataTable,
  formatDate,
  type Language,
  Link,
  type PageContext,
  PrintButton,
  renderPage,
  Section,
} from '../../../ui/index.ts';
import type { Ahead } from '../../futures/ahead.ts';
import { SUBJECTS, type Subject } from '../../futures/subjects.ts';
import type { Area } from '../../model/area.ts';
import type { Plan } from '../../model/homes.ts';
import type { Standing } from '../../store/figures.ts';
import { shownBand, shownPoint } from '../futures/present.ts';
import { futureWords } from '../futures/words.ts';
import { Plans } from '../homes/overview/plans.tsx';
import { homeWords } from '../homes/words.ts';
import { type Part, PartChoice, PartPager } from '../part.tsx';
import { fromOf, shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import { standsOut } from './notable.ts';
import { Lines, OwnFigures } from './own.tsx';
import { Postcodes } from './postcode.tsx';
import type { SheetRow } from './rows.ts';
import { Targets } from './targets.tsx';
import { sheetWords } from './words.ts';

export type Sheet = {
  readonly region: Region;
  readonly area: Area;
  readonly part: Part;
  readonly rows: readonly SheetRow[];
  /** How the figures here stand among those of all municipalities. */
  readonly standings: readonly Standing[];
  /** Where the region can look ahead. */
  readonly ahead: Ahead | undefined;
  /** Plans for homes here. */
  readonly plans: readonly Plan[];
};

/** One municipality on one sheet, to read and to print for the council: what stands out, what is coming, and every figure. */
export function sheetPage(
  context: PageContext,
  sheet: Sheet,
  around: { readonly address: string; readonly today: Date },
): string {
  const { lang } = context;
  const all = monitorWords(lang);
  const words = sheetWords(lang);
  const { region, area, part, rows, standings, ahead, plans } = sheet;
  const path = `/regiobeeld/gebied/${area.id}`;
  const notable = standsOut(rows, standings, region.name, lang);
  const changed = rows.filter(({ trend }) => trend && trend.direction !== 'none');
  return renderPage({
    title: words.title({ area: area.name }),
    kind: 'public',
    context,
    breadcrumbs: [{ label: all.overview.title({ region: region.name }), href: '/regiobeeld' }, { label: area.name }],
    intro: words.intro({ area: area.name, region: region.name }),
    actions: <PrintButton>{words.print}</PrintButton>,
    main: (
      <>
        <PartChoice region={region} part={part} path={path} lang={lang} />
        <Section title={words.standsOut}>
          {notable.length === 0 ? <p>{words.nothing}</p> : <Lines lines={notable} />}
          <p className="omzien-soft">{words.standsOutIntro}</p>
        </Section>
        {changed.length > 0 ? (
          <Section title={words.changed}>
            <Lines
              lines={changed.map(({ indicator, own, trend }) =>
                words.changes[trend!.direction === 'rising' ? 'rising' : 'falling']({
                  title: indicator.title,
                  value: shownValue(indicator, own!.value, lang),
                  year: own!.year,
                }),
              )}
            />
          </Section>
        ) : null}
        {ahead ? <WhatComes area={area} ahead={ahead} lang={lang} /> : null}
        {region.housing && plans.length > 0 ? (
          <Plans
            read={{ plans, region, housing: region.housing }}
            lang={lang}
            title={homeWords(lang).plansOf({ area: area.name })}
          />
        ) : null}
        <Targets rows={rows} region={region} area={area} lang={lang} />
        <OwnFigures region={region} area={area} rows={rows} lang={lang} />
        <RegionOnly sheet={sheet} lang={lang} />
        <PartPager part={part} path={path} />
        <Postcodes region={region} area={area} lang={lang} />
        <p className="omzien-soft">
          {words.citation({
            area: area.name,
            url: `${around.address}${path}`,
            date: formatDate(around.today, 'long', lang),
          })}
        </p>
      </>
    ),
  });
}

/** The figures that a council asks about first. */
const AHEAD: readonly Subject['figure'][] = ['over-65', 'old-age-ratio', 'carers-50-75', 'dementia', 'home-nursing'];
const LATER = [2030, 2040] as const;

/** What is coming here, from the same computation as the pages that look ahead. */
function WhatComes({ area, ahead, lang }: { readonly area: Area; readonly ahead: Ahead; readonly lang: Language }) {
  const words = sheetWords(lang);
  const future = futureWords(lang);
  const rows = SUBJECTS.filter(({ figure }) => AHEAD.includes(figure)).map((subject) => ({
    subject,
    in: (year: number) => ahead.linesOf(subject.figure)[0]!.points.find((point) => point.year === year)!,
  }));
  return (
    <Section title={words.comes}>
      <DataTable
        caption={words.comes}
        captionHidden
        aligned
        rows={rows}
        rowKey={({ subject }) => subject.figure}
        columns={[
          {
            key: 'subject',
            header: words.indicator,
            cell: ({ subject }) => (
              <Link href={`/regiobeeld/vooruit/${subject.slug}?gebied=${area.id}`}>
                {future.titles[subject.figure]}
              </Link>
            ),
          },
          ...[ahead.years[0]!, ...LATER].map((year) => ({
            key: String(year),
            header: String(year),
            cell: (row: (typeof rows)[number]) => {
              const point = row.in(year);
              return (
                <>
                  <strong>{shownPoint(row.subject.unit, point, lang)}</strong>
                  <div className="omzien-soft">{shownBand(row.subject.unit, point, lang)}</div>
                </>
              );
            },
          })),
        ]}
      />
      <p className="omzien-soft">{words.comesSays}</p>
    </Section>
  );
}

/** What is known of the region only: said, so that nobody takes it for the municipality. */
function RegionOnly({ sheet, lang }: { readonly sheet: Sheet; readonly lang: Language }) {
  const words = sheetWords(lang);
  const { region, area } = sheet;
  const rows = sheet.rows.filter(({ own, whole }) => !own && whole);
  if (rows.length === 0) return null;
  return (
    <Section title={words.regionOnly({ region: region.name })} printed={false}>
      <p>{words.regionOnlyIntro({ area: area.name })}</p>
      <DataTable
        caption={words.regionOnly({ region: region.name })}
        captionHidden
        aligned
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          {
            key: 'indicator',
            header: words.indicator,
            cell: ({ indicator }) => <Link href={`/regiobeeld/${indicator.id}`}>{indicator.title}</Link>,
          },
          {
            key: 'whole',
            header: region.name,
            numeric: true,
            cell: ({ indicator, whole }) => shownValue(indicator, whole!.value, lang),
          },
          { key: 'from', header: words.year, cell: ({ indicator, whole }) => fromOf(indicator, whole!) },
        ]}
      />
    </Section>
  );
}
