import type { Housing } from '../../../../content/index.ts';
import {
  Alert,
  DataTable,
  formatDistance,
  formatNumber,
  type Language,
  Link,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import type { Fit, Neighbourhood } from '../../../model/neighbourhood.ts';
import { CIRCLES, KINDS } from '../../../model/reach.ts';
import { monitorWords } from '../../words.ts';
import { homeWords } from '../words.ts';
import { type Component, componentsOf, reasonsOf, standingSaid } from './present.ts';
import { Made } from './reach.tsx';
import type { AreasRead } from './read.ts';
import { Strip } from './strip.tsx';
import { NotKnown } from './unknown.tsx';
import { AREAS, areaWords } from './words.ts';

type Read = AreasRead & {
  readonly area: Neighbourhood;
  readonly type: Housing['types'][number];
  /** The areas of its municipality, in the order of where homes would fit. */
  readonly order: readonly Fit[];
  /** Names of services by id. */
  readonly services: ReadonlyMap<string, string>;
};

/** One neighbourhood: its load and strength beside the region, what is near, and whether homes would fit. */
export function neighbourhoodPage(context: PageContext, read: Read, demo: boolean): string {
  const { lang } = context;
  const words = areaWords(lang);
  const { region, area } = read;
  const municipality = region.municipalities.find(({ id }) => id === area.municipality)!;
  return renderPage({
    title: words.oneTitle({ code: area.code, place: area.place }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: homeWords(lang).nav, href: '/regiobeeld/wonen' },
      { label: words.nav, href: AREAS },
      { label: municipality.name, href: `${AREAS}?gemeente=${municipality.id}` },
      { label: area.code },
    ],
    intro: words.oneIntro({
      residents: area.residents === null ? words.hidden : formatNumber(area.residents, 0, lang),
      municipality: municipality.name,
    }),
    main: (
      <>
        {demo ? <Alert tone="info">{words.demo}</Alert> : null}
        <Balance read={read} lang={lang} />
        <Near read={read} lang={lang} />
        <Fitting read={read} lang={lang} municipality={municipality.name} />
        <NotKnown lang={lang} />
        <p>
          <Link href={`/regiobeeld/gebied/${area.code}`}>{words.allFigures({ code: area.code })}</Link>
        </p>
      </>
    ),
  });
}

type Part = { readonly read: Read; readonly lang: Language };

function Balance({ read, lang }: Part) {
  const words = areaWords(lang);
  const components = componentsOf(read, read.area, lang);
  return (
    <>
      {(['load', 'strength'] as const).map((side) => (
        <Section key={side} title={words.sides[side]}>
          <p>{words.sideSays[side]}</p>
          <Components
            components={components.filter((one) => one.side === side)}
            caption={words.sides[side]}
            region={read.region.name}
            lang={lang}
          />
        </Section>
      ))}
    </>
  );
}

function Components(props: {
  readonly components: readonly Component[];
  readonly caption: string;
  readonly region: string;
  readonly lang: Language;
}) {
  const { lang } = props;
  const words = areaWords(lang);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      aligned
      rows={props.components}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', header: words.what, cell: ({ label }) => label },
        { key: 'here', header: words.here, numeric: true, cell: ({ here }) => <strong>{here ?? words.hidden}</strong> },
        { key: 'margin', header: words.margin, cell: ({ margin }) => margin ?? '–' },
        { key: 'region', header: props.region, numeric: true, cell: ({ region }) => region },
        {
          key: 'standing',
          header: words.among,
          cell: ({ standing, own, all }) => (
            <>
              {standingSaid(standing, lang)}
              {own === null ? null : <Strip own={own} all={all} />}
            </>
          ),
        },
      ]}
    />
  );
}

function Near({ read, lang }: Part) {
  const words = areaWords(lang);
  const { area, services } = read;
  const rows = KINDS.map((kind) => ({ kind, nearest: area.nearest.get(kind) }));
  return (
    <Section title={words.near}>
      <p>{words.nearIntro}</p>
      <DataTable
        caption={words.near}
        captionHidden
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', header: words.kind, cell: ({ kind }) => words.kinds[kind] },
          {
            key: 'far',
            header: words.distance,
            numeric: true,
            cell: ({ nearest }) => (nearest ? formatDistance(nearest.km * 1000, lang) : '–'),
          },
          {
            key: 'circle',
            header: words.circle,
            cell: ({ nearest }) => {
              const circle = nearest && CIRCLES.find((km) => nearest.km <= km);
              return circle === undefined
                ? words.beyond({ km: formatNumber(CIRCLES.at(-1)!, 1, lang) })
                : words.within({ km: formatNumber(circle, 1, lang) });
            },
          },
          {
            key: 'service',
            header: words.nearest,
            cell: ({ nearest }) => {
              const name = nearest && services.get(nearest.service);
              return name ? <Link href={`/hulp/${nearest.service}`}>{name}</Link> : words.none;
            },
          },
        ]}
      />
      <Made read={read} lang={lang} />
    </Section>
  );
}

function Fitting({ read, lang, municipality }: Part & { readonly municipality: string }) {
  const words = areaWords(lang);
  const { area, type, order } = read;
  const at = order.findIndex((fit) => fit.area.code === area.code);
  const fit = order[at]!;
  const of = order.filter(({ score }) => score !== null).length;
  return (
    <Section title={words.fitHere({ type: type.name.toLowerCase() })}>
      <p>
        {fit.score === null
          ? words.noPlace
          : words.placeIs({ place: at + 1, of, municipality, score: formatNumber(fit.score, 0, lang) })}
      </p>
      <ul>
        {reasonsOf(fit, type.name, lang).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        <Link href={`${AREAS}?gemeente=${area.municipality}#passend`}>{words.moveWeights}</Link>
      </p>
      <p className="omzien-soft">{words.scoreSays}</p>
    </Section>
  );
}
