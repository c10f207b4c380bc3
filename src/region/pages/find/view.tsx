import type { Region } from '../../../content/index.ts';
import { formatNumber, Link, type PageContext, renderPage, Section } from '../../../ui/index.ts';
import { type Area, areasOf } from '../../model/area.ts';
import type { Meant } from '../../model/find.ts';
import { monitorWords } from '../words.ts';
import { AreaFinder } from './form.tsx';
import { findWords } from './words.ts';

export type Find = {
  readonly region: Region;
  readonly typed: string;
  readonly indicator: string | undefined;
  readonly towards: 'buurt' | undefined;
  readonly outlined: boolean;
  readonly meant: Meant;
  readonly to: (area: string) => string;
};

/** Looking for an area by postcode or place: what was typed may mean several, or none that we know. */
export function findPage(
  context: PageContext,
  { region, typed, indicator, towards, outlined, meant, to }: Find,
): string {
  const { lang } = context;
  const words = findWords(lang);
  const all = monitorWords(lang);
  const error = meant.kind === 'unknown' ? words.unknown({ typed, region: region.name }) : undefined;
  const name = (area: Area) => (area.kind === 'municipality' ? words.municipality({ name: area.name }) : area.name);
  const residents = new Map(
    [...region.municipalities.map((one) => [one.id, one.residents] as const)].concat(
      region.postcodes.map((one) => [one.code, one.residents] as const),
    ),
  );
  const list = (areas: readonly Area[]) => (
    <ul>
      {areas.map((area) => (
        <li key={area.id}>
          <Link href={to(area.id)}>{name(area)}</Link>,{' '}
          {words.residents({ count: formatNumber(residents.get(area.id) ?? 0, 0, lang) })}
        </li>
      ))}
    </ul>
  );
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    breadcrumbs: [{ label: all.overview.title({ region: region.name }), href: '/regiobeeld' }, { label: words.title }],
    intro: words.intro,
    errors: error ? [{ name: 'zoek', text: error }] : [],
    main: (
      <>
        <AreaFinder
          lang={lang}
          indicator={indicator}
          towards={towards}
          outlined={outlined}
          typed={typed}
          error={error}
        />
        {meant.kind === 'found' ? (
          <Section title={words.found({ name: meant.as })}>
            <p>{words.foundIntro}</p>
            {list(meant.areas)}
          </Section>
        ) : (
          <Section title={words.byMunicipality}>
            {list(areasOf(region).filter(({ kind }) => kind === 'municipality'))}
          </Section>
        )}
      </>
    ),
  });
}
