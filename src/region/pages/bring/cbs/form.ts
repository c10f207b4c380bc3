import { type Posted, text } from '../../../../web/index.ts';
import { numberOf } from '../../../bring/csv.ts';
import type { TableAbout } from '../../../bring/odata.ts';
import type { Picked } from '../../../model/brought.ts';
import type { bringWords } from '../words.ts';

type Mistakes = ReturnType<typeof bringWords>['mistakes'];
export type PickForm =
  | { readonly ok: true; readonly value: Picked }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const EVERY = ['once', 'day', 'week', 'month'] as const;

/** Reads what is taken from a table: every dimension is the one of areas, the one of years, or stands at one code. */
export function readPick(posted: Posted, table: TableAbout, words: Mistakes): PickForm {
  const errors: Record<string, string> = {};
  const measure = table.measures.find(({ id }) => id === text(posted, 'measure'))?.id;
  if (!measure) errors.measure = words.measure;
  const dimension = (field: string) => table.dimensions.find(({ id }) => id === text(posted, field))?.id;
  const [area, time] = [dimension('area'), dimension('time')];
  if (!area) errors.area = words.dimension;
  if (!time || time === area) errors.time = words.dimension;
  const fixed: Record<string, string> = {};
  for (const { id, codes } of table.dimensions) {
    if (id === area || id === time) continue;
    const code = codes.find((one) => one.id === text(posted, `fixed-${id}`))?.id;
    if (code) fixed[id] = code;
    else errors[`fixed-${id}`] = words.code;
  }
  const factor = numberOf(text(posted, 'factor') || '1', ',');
  if (factor === undefined || factor <= 0) errors.factor = words.factor;
  const every = EVERY.find((one) => one === text(posted, 'every'));
  if (!every) errors.every = words.every;
  if (Object.keys(errors).length > 0 || !measure || !area || !time || !factor || !every) return { ok: false, errors };
  const { id, title } = table;
  return {
    ok: true,
    value: { table: id, title, measure, areaDimension: area, timeDimension: time, fixed, factor, every },
  };
}
