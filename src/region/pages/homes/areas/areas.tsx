import type { Housing, Municipality } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  DataTable,
  type FormState,
  formatNumber,
  formErrors,
  kept,
  type Language,
  Link,
  NumberField,
  type PageContext,
  renderPage,
  SearchForm,
  Section,
  SelectField,
} from '../../../../ui/index.ts';
import { CRITERIA, type Fit, type Neighbourhood } from '../../../model/neighbourhood.ts';
import { monitorWords } from '../../words.ts';
import { homeWords } from '../words.ts';
import { type Component, componentsOf, reasonsOf } from './present.ts';
import { Circles, Made } from './reach.tsx';
import type { AreasRead } from './read.ts';
import { NotKnown } from './unknown.tsx';
import { AREAS, areaWords } from './words.ts';

type Areas = AreasRead & {
  readonly municipality: Municipality;
  readonly type: Housing['types'][number];
  /** Best first, of this municipality. */
  readonly fits: readonly Fit[];
  readonly state: FormState;
};

/** The neighbourhoods of one municipality: load and strength, reach, and where homes would fit. */
export function areasPage(context: PageContext, read: Areas, demo: boolean): string {
  const { lang } = context;
  const words = areaWords(lang);
  const { region, municipality } = read;
  const own = read.areas.filter((area) => area.municipality === municipality.id);
  const circles = words.circles({ area: municipality.name });
  return renderPage({
    title: words.inTitle({ municipality: municipality.name }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: homeWords(lang).nav, href: '/regiobeeld/wonen' },
      { label: words.nav, href: AREAS },
      { label: municipality.name },
    ],
    intro: words.inIntro,
    errors: formErrors(read.state),
    main: (
      <>
        {demo ? <Alert tone="info">{words.demo}</Alert> : null}
        <Balance read={read} areas={own} lang={lang} />
        <Section title={circles}>
          <p>{words.circlesIntro}</p>
          <Circles areas={own} caption={circles} lang={lang} />
          <Made read={read} lang={lang} />
        </Section>
        <Fits read={read} lang={lang} />
        <NotKnown lang={lang} />
      </>
    ),
  });
}

const nameOf = ({ code, place }: Pick<Neighbourhood, 'code' | 'place'>): string => `${code} ${place}`;

/** Load and strength of each area, every component by itself with its place among all areas. */
function Balance(props: { readonly read: Areas; readonly areas: readonly Neighbourhood[]; readonly lang: Language }) {
  const { read, areas, lang } = props;
  const words = areaWords(lang);
  const rows = areas.map((area) => ({ area, components: componentsOf(read, area, lang) }));
  const whole = rows[0]?.components ?? [];
  return (
    <Section title={words.balance}>
      <p>{words.balanceIntro}</p>
      <DataTable
        caption={words.balance}
        captionHidden
        rows={rows}
        rowKey={({ area }) => area.code}
        columns={[
          {
            key: 'area',
            header: words.area,
            cell: ({ area }) => <Link href={`${AREAS}/${area.code}`}>{nameOf(area)}</Link>,
          },
          ...whole.map(({ key }, at) => ({
            key,
            header: words.short[key as keyof typeof words.short],
            cell: ({ components }: (typeof rows)[number]) => <Value component={components[at]!} lang={lang} />,
          })),
        ]}
      />
      <p>
        {words.regionIs({ region: read.region.name })}{' '}
        {whole.map(({ label, region }) => `${label}: ${region}`).join('; ')}.
      </p>
    </Section>
  );
}

/** A value with its place among all areas beneath it. */
function Value({ component, lang }: { readonly component: Component; readonly lang: Language }) {
  if (component.here === null) return <span className="omzien-soft">{areaWords(lang).hidden}</span>;
  return (
    <>
      <strong>{component.here}</strong>
      {component.standing ? (
        <div className="omzien-soft">{areaWords(lang).standingShort(component.standing)}</div>
      ) : null}
    </>
  );
}

/** Where homes of a type would fit, in an order whose weights anybody moves, with the reasons for each area. */
function Fits({ read, lang }: { readonly read: Areas; readonly lang: Language }) {
  const words = areaWords(lang);
  const { municipality, type, housing, fits, state } = read;
  const ordered = fits.filter(({ score }) => score !== null);
  const others = fits.filter(({ score }) => score === null);
  const title = words.fits({ type: type.name.toLowerCase(), municipality: municipality.name });
  return (
    <Section title={title} id="passend">
      <p>{words.fitsIntro}</p>
      <SearchForm action={AREAS} label={words.weights} hidden={{ gemeente: municipality.id }}>
        <SelectField
          name="soort"
          label={homeWords(lang).type}
          value={type.id}
          options={housing.types.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {CRITERIA.map((one) => (
          <NumberField
            key={one}
            {...kept(state, `w-${one}`)}
            label={words.criteria[one]}
            help={words.criteriaHelp[one]}
          />
        ))}
        <Button>{words.order}</Button>
      </SearchForm>
      {ordered.length > 0 ? (
        <DataTable
          caption={title}
          captionHidden
          rows={ordered.map((fit, at) => ({ ...fit, place: at + 1 }))}
          rowKey={({ area }) => area.code}
          columns={[
            { key: 'place', header: words.place, numeric: true, cell: ({ place }) => place },
            {
              key: 'area',
              header: words.area,
              names: true,
              cell: ({ area }) => <Link href={`${AREAS}/${area.code}`}>{nameOf(area)}</Link>,
            },
            {
              key: 'why',
              header: words.why,
              cell: (fit) => reasonsOf(fit, type.name, lang).join(' '),
            },
            { key: 'score', header: words.score, numeric: true, cell: ({ score }) => formatNumber(score!, 0, lang) },
          ]}
        />
      ) : (
        <p>{words.noOrder}</p>
      )}
      {ordered.length > 0 && others.length > 0 ? (
        <p>{words.tooSmall({ areas: others.map(({ area }) => nameOf(area)).join(', ') })}</p>
      ) : null}
      <p className="omzien-soft">{words.scoreSays}</p>
    </Section>
  );
}
