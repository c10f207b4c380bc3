import type { Indicator, Region } from '../../../content/index.ts';
import { DataTable, type Language, Section } from '../../../ui/index.ts';
import type { Area } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import type { SheetRow } from './rows.ts';
import { sheetWords } from './words.ts';

/** The targets of the region, and whether this municipality (or else the region) is there or on its way. */
export function Targets(props: {
  readonly rows: readonly SheetRow[];
  readonly region: Region;
  readonly area: Area;
  readonly lang: Language;
}) {
  const { region, area, lang } = props;
  const words = sheetWords(lang);
  const rows = props.rows.filter(({ indicator, own, whole }) => indicator.target && (own ?? whole));
  if (rows.length === 0) return null;
  return (
    <Section title={words.targets}>
      <p>{words.targetsIntro}</p>
      <DataTable
        caption={words.targets}
        captionHidden
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          { key: 'what', header: words.indicator, cell: ({ indicator }) => indicator.title },
          { key: 'target', header: monitorWords(lang).page.target, cell: ({ indicator }) => indicator.target!.text },
          {
            key: 'now',
            header: words.now,
            cell: ({ indicator, own, whole }) => {
              const figure = (own ?? whole)!;
              return `${own ? area.name : region.name}: ${shownValue(indicator, figure.value, lang)}, ${figure.year}`;
            },
          },
          {
            key: 'course',
            header: words.course,
            cell: ({ indicator, own, whole, trend }) =>
              words.courses[courseOf(indicator, (own ?? whole)!, own ? trend?.direction : undefined)],
          },
        ]}
      />
    </Section>
  );
}

export type Course = 'on' | 'towards' | 'away' | 'off' | 'unsure';

/**
 * How a figure stands to its target. `on`: reached. `unsure`: the target lies within chance of what was measured.
 * Else it is not reached: `towards` or `away` where the last five years clearly move, `off` where they do not say.
 */
export function courseOf(
  { target, polarity }: Indicator,
  { value, lower, upper }: Figure,
  direction?: 'rising' | 'falling' | 'none',
): Course {
  if (!target || polarity === 'neutral') return 'unsure';
  const more = polarity === 'more-is-better';
  if (more ? value >= target.value : value <= target.value) return 'on';
  if (lower !== null && upper !== null && lower <= target.value && target.value <= upper) return 'unsure';
  if (direction === undefined || direction === 'none') return 'off';
  return (direction === 'rising') === more ? 'towards' : 'away';
}
