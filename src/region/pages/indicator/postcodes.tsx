import { BarChart, type Language, Section } from '../../../ui/index.ts';
import { anyAreaOf, areasIn, municipalityIn } from '../../model/area.ts';
import { shownInterval, shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import { addressOf } from './chart.tsx';
import type { IndicatorRead } from './handler.ts';

/** The postcode areas of one municipality as bars with their intervals, and which of them are hidden. */
export function PostcodeAreas(props: { readonly read: IndicatorRead; readonly lang: Language }) {
  const { read, lang } = props;
  const { indicator, area, region, local } = read;
  const all = monitorWords(lang);
  const words = all.postcodes;
  const municipality = anyAreaOf(region, municipalityIn(area));
  const [first] = local;
  if (!municipality || !first) return null;
  const title = words.title({ municipality: municipality.name, year: first.year });
  const decimals = indicator.unit === 'people' ? 0 : Math.max(1, indicator.decimals);
  const hidden = areasIn(region, municipality.id).filter(({ id }) => !local.some((one) => one.area === id));
  return (
    <Section title={title}>
      <p>{words.intro}</p>
      <BarChart
        title={all.page.rank}
        labelHeader={all.page.area}
        valueHeader={first.lower === null ? all.page.value : words.valueAndInterval}
        bars={local
          .toSorted((a, b) => b.value - a.value)
          .map((one) => ({
            key: one.area,
            label: anyAreaOf(region, one.area)?.name ?? one.area,
            value: one.value,
            shown: shownValue({ ...indicator, decimals }, one.value, lang),
            ...(one.lower === null ? {} : { note: `(${shownInterval(indicator, one, lang)})` }),
            ...(one.area === area.id ? { highlighted: true } : { href: addressOf(read, one.area) }),
          }))}
      />
      {hidden.length > 0 ? <p>{words.hiddenAre({ areas: hidden.map(({ name }) => name).join(', ') })}</p> : null}
      <p className="omzien-soft">{words.note}</p>
    </Section>
  );
}
