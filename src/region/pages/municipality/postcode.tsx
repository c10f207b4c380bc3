import type { Region } from '../../../content/index.ts';
import {
  DataTable,
  formatDate,
  formatNumber,
  type Language,
  Link,
  type PageContext,
  PrintButton,
  renderPage,
  Section,
} from '../../../ui/index.ts';
import { type Area, anyAreaOf, areasIn } from '../../model/area.ts';
import { type Part, PartChoice, PartPager } from '../part.tsx';
import { monitorWords } from '../words.ts';
import { standsOut } from './notable.ts';
import { Lines, OwnFigures } from './own.tsx';
import type { SheetRow } from './rows.ts';
import { sheetWords } from './words.ts';

type PostcodeSheet = {
  readonly region: Region;
  readonly area: Area;
  readonly part: Part;
  readonly rows: readonly SheetRow[];
};

/** One postcode area on one sheet: where it lies, what stands out, and every figure that our sources give of it. */
export function postcodeSheet(
  context: PageContext,
  { region, area, part, rows }: PostcodeSheet,
  around: { readonly address: string; readonly today: Date },
): string {
  const { lang } = context;
  const all = monitorWords(lang);
  const words = sheetWords(lang);
  const path = `/regiobeeld/gebied/${area.id}`;
  const municipality = anyAreaOf(region, area.within)!;
  const code = region.postcodes.find((one) => one.code === area.id)!;
  const notable = standsOut(rows, [], region.name, lang);
  return renderPage({
    title: words.title({ area: area.name }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: all.overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: municipality.name, href: `/regiobeeld/gebied/${municipality.id}` },
      { label: area.name },
    ],
    intro: all.postcodes.about({
      residents: formatNumber(code.residents, 0, lang),
      km2: formatNumber(code.km2, 1, lang),
      municipality: municipality.name,
    }),
    actions: <PrintButton>{words.print}</PrintButton>,
    main: (
      <>
        <PartChoice region={region} part={part} path={path} lang={lang} />
        <Section title={words.standsOut}>
          {notable.length === 0 ? <p>{words.nothing}</p> : <Lines lines={notable} />}
          <p className="omzien-soft">{words.standsOutIntro}</p>
        </Section>
        <OwnFigures region={region} area={area} rows={rows} lang={lang} />
        <p className="omzien-soft">{all.postcodes.note}</p>
        <PartPager part={part} path={path} />
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

/** The postcode areas of a municipality, each with its own sheet. */
export function Postcodes(props: { readonly region: Region; readonly area: Area; readonly lang: Language }) {
  const { region, area, lang } = props;
  const words = monitorWords(lang).postcodes;
  const areas = areasIn(region, area.id);
  if (areas.length === 0) return null;
  const of = (id: string) => region.postcodes.find(({ code }) => code === id)!;
  return (
    <Section title={words.sheet({ municipality: area.name })} printed={false}>
      <p>{words.sheetIntro}</p>
      <DataTable
        caption={words.sheet({ municipality: area.name })}
        captionHidden
        aligned
        rows={areas}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'area',
            header: monitorWords(lang).page.area,
            cell: ({ id, name }) => <Link href={`/regiobeeld/gebied/${id}`}>{name}</Link>,
          },
          {
            key: 'residents',
            header: words.residents,
            numeric: true,
            cell: ({ id }) => formatNumber(of(id).residents, 0, lang),
          },
          {
            key: 'size',
            header: words.size,
            numeric: true,
            cell: ({ id }) => words.km2({ value: formatNumber(of(id).km2, 1, lang) }),
          },
        ]}
      />
    </Section>
  );
}
