import {
  Alert,
  Button,
  DataTable,
  formatDate,
  formatNumber,
  type Language,
  Link,
  LinkButton,
  LinkList,
  type PageContext,
  renderPage,
  SearchForm,
  Section,
  SelectField,
} from '../../../../ui/index.ts';
import type { Neighbourhood } from '../../../model/neighbourhood.ts';
import { CIRCLES, KINDS, type Kind, shareWithin } from '../../../model/reach.ts';
import { AreaFinder } from '../../find/form.tsx';
import { monitorWords } from '../../words.ts';
import { homeWords } from '../words.ts';
import type { AreasRead } from './read.ts';
import { AREAS, areaWords } from './words.ts';

/** Circles of reachability in the whole region, and the way to a neighbourhood. */
export function reachPage(context: PageContext, read: AreasRead, kind: Kind, demo: boolean): string {
  const { lang } = context;
  const words = areaWords(lang);
  const { region, areas } = read;
  const byName = region.municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  const title = words.perMunicipality({ kind: words.kinds[kind] });
  return renderPage({
    title: words.title({ region: region.name }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: homeWords(lang).nav, href: '/regiobeeld/wonen' },
      { label: words.nav },
    ],
    intro: words.intro,
    main: (
      <>
        {demo ? <Alert tone="info">{words.demo}</Alert> : null}
        <Section title={words.choose}>
          <AreaFinder lang={lang} towards="buurt" />
          <LinkList links={byName.map(({ id, name }) => ({ href: `${AREAS}?gemeente=${id}`, label: name }))} />
        </Section>
        <Section title={words.circles({ area: region.name })}>
          <p>{words.circlesIntro}</p>
          <Circles areas={areas} caption={words.circles({ area: region.name })} lang={lang} />
          <Made read={read} lang={lang} />
        </Section>
        <Section title={title}>
          <SearchForm action={AREAS} label={words.kind} inline>
            <SelectField
              name="dienst"
              label={words.kind}
              value={kind}
              options={KINDS.map((one) => ({ value: one, label: words.kinds[one] }))}
            />
            <Button kind="secondary">{words.show}</Button>
          </SearchForm>
          <DataTable
            caption={title}
            captionHidden
            figures
            rows={byName}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'municipality',
                header: words.municipality,
                cell: ({ id, name }) => <Link href={`${AREAS}?gemeente=${id}`}>{name}</Link>,
              },
              ...CIRCLES.map((km) => ({
                key: String(km),
                header: words.within({ km: formatNumber(km, 1, lang) }),
                numeric: true,
                cell: ({ id }: { readonly id: string }) =>
                  shareOf(
                    areas.filter(({ municipality }) => municipality === id),
                    kind,
                    km,
                    lang,
                  ),
              })),
            ]}
          />
        </Section>
        <p>
          <LinkButton kind="secondary" href={`${AREAS}.csv`}>
            {words.csv}
          </LinkButton>
        </p>
      </>
    ),
  });
}

/** Of each kind of service the part of the people of 75 and over who have one within each circle. */
export function Circles(props: {
  readonly areas: readonly Neighbourhood[];
  readonly caption: string;
  readonly lang: Language;
}) {
  const { areas, lang } = props;
  const words = areaWords(lang);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      figures
      rows={KINDS.map((kind) => ({ kind }))}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', header: words.kind, cell: ({ kind }) => words.kinds[kind] },
        ...CIRCLES.map((km) => ({
          key: String(km),
          header: words.within({ km: formatNumber(km, 1, lang) }),
          numeric: true,
          cell: ({ kind }: { readonly kind: Kind }) => shareOf(areas, kind, km, lang),
        })),
      ]}
    />
  );
}

function shareOf(areas: readonly Neighbourhood[], kind: Kind, circle: number, lang: Language): string {
  const share = shareWithin(
    areas.map(({ over75, nearest }) => ({ people: over75 ?? 0, km: nearest.get(kind)?.km })),
    circle,
  );
  return share === undefined ? '–' : `${formatNumber(share * 100, 0, lang)}%`;
}

/** How the distances were made, and when. */
export function Made({ read, lang }: { readonly read: AreasRead; readonly lang: Language }) {
  const words = areaWords(lang);
  return (
    <p className="omzien-soft">
      {words.made({ date: formatDate(read.reach.at, 'long', lang), services: read.reach.services })}
    </p>
  );
}
