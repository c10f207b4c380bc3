import { Fragment } from 'react';
import { formatDate, type Language, LinkButton, Section } from '../../../ui/index.ts';
import type { PictureKind } from '../take-along.ts';
import { monitorWords } from '../words.ts';
import { hasYears } from './chart.tsx';
import { type IndicatorRead, sourcesOf } from './handler.ts';

export type Around = {
  /** The address of this page, to share and cite. */
  readonly address: string;
  readonly today: Date;
};

/** The picture of the chart and of the map, the figures, and how somebody names them elsewhere. */
export function Take(props: { readonly read: IndicatorRead; readonly lang: Language; readonly around: Around }) {
  const { read, lang, around } = props;
  const words = monitorWords(lang).page;
  const { indicator, area } = read;
  const picture = (kind: PictureKind, map: boolean) => {
    const asked = new URLSearchParams({
      ...(area.kind === 'here' ? {} : { gebied: area.id }),
      ...(map ? { beeld: 'kaart' } : {}),
      ...(map && read.map.shapes.length > 0 ? { kaart: 'grenzen' } : {}),
    }).toString();
    return `/regiobeeld/${indicator.id}.${kind}${asked === '' ? '' : `?${asked}`}`;
  };
  const pictures = [
    ...(hasYears(read)
      ? ([
          [words.png, picture('png', false)],
          [words.svg, picture('svg', false)],
        ] as const)
      : []),
    ...(read.across.length > 0
      ? ([
          [words.mapPng, picture('png', true)],
          [words.mapSvg, picture('svg', true)],
        ] as const)
      : []),
  ];
  return (
    <Section title={words.take}>
      <p>
        <LinkButton kind="secondary" href={`/regiobeeld/${indicator.id}.csv`}>
          {words.csv}
        </LinkButton>{' '}
        <LinkButton kind="secondary" href={`/regiobeeld/${indicator.id}.json`}>
          {words.json}
        </LinkButton>{' '}
        {pictures.map(([label, address]) => (
          <Fragment key={address}>
            <LinkButton kind="secondary" href={address}>
              {label}
            </LinkButton>{' '}
          </Fragment>
        ))}
      </p>
      <p>{words.cite}:</p>
      <p className="omzien-soft">
        {words.citation({
          title: indicator.title,
          area: area.name,
          sources: sourcesOf(read).join('; '),
          url: around.address,
          date: formatDate(around.today, 'long', lang),
        })}
      </p>
    </Section>
  );
}
