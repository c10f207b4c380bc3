import type { Housing } from '../../../../content/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import type { PlanChange } from '../../../homes/keep.ts';
import { type NumberKind, PHASES, type Plan, TENURES } from '../../../model/homes.ts';
import type { homeWords } from '../words.ts';

type Words = ReturnType<typeof homeWords>;
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** A plan as the fields of its form. */
export const planFields = (plan: Plan): Posted => ({
  name: plan.name,
  place: plan.place,
  type: plan.type,
  tenure: plan.tenure,
  homes: String(plan.homes),
  phase: plan.phase,
  year: String(plan.year),
  partners: plan.partners,
  funding: plan.funding,
  obstacles: plan.obstacles,
});

const whole = (typed: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};

const MOST_TEXT = 300;
/** Years a plan may be ready in: some before the count began, and as far as plans look. */
export const PLAN_YEARS = { from: 2015, until: 2050 } as const;

/** Reads the form of a plan; every mistake by its field. */
export function readPlan(posted: Posted, housing: Housing, words: Words['mistakes']): Read<PlanChange> {
  const name = text(posted, 'name');
  const place = text(posted, 'place');
  const type = housing.types.find(({ id }) => id === text(posted, 'type'))?.id;
  const tenure = TENURES.find((one) => one === text(posted, 'tenure'));
  const phase = PHASES.find((one) => one === text(posted, 'phase'));
  const homes = whole(text(posted, 'homes'), 1, 5000);
  const year = whole(text(posted, 'year'), PLAN_YEARS.from, PLAN_YEARS.until);
  const long = ['partners', 'funding', 'obstacles'].filter((field) => text(posted, field).length > MOST_TEXT);
  const errors = {
    ...(name.length < 3 || name.length > 80 ? { name: words.name } : {}),
    ...(place.length < 2 || place.length > 80 ? { place: words.place } : {}),
    ...(type ? {} : { type: words.type }),
    ...(tenure ? {} : { tenure: words.tenure }),
    ...(homes ? {} : { homes: words.homes }),
    ...(phase ? {} : { phase: words.phase }),
    ...(year ? {} : { year: words.year(PLAN_YEARS) }),
    ...Object.fromEntries(long.map((field) => [field, words.long])),
  };
  if (Object.keys(errors).length > 0 || !type || !tenure || !phase || !homes || !year) return { ok: false, errors };
  const [partners, funding, obstacles] = ['partners', 'funding', 'obstacles'].map((field) => text(posted, field)) as [
    string,
    string,
    string,
  ];
  return { ok: true, value: { name, place, type, tenure, homes, phase, year, partners, funding, obstacles } };
}

/** A field of a form with numbers: its name, its part, and what it is called. */
export type NumberField = { readonly part: string; readonly field: string; readonly label: string };

/** The fields of one kind of numbers. */
export function numberFields(kind: NumberKind, housing: Housing, words: Words): readonly NumberField[] {
  const field = (part: string, label: string): NumberField => ({ part, field: part.replaceAll(' ', '-'), label });
  switch (kind) {
    case 'target':
      return housing.scenarios.flatMap((scenario) =>
        housing.types.map((type) =>
          field(
            `${scenario.id} ${type.id}`,
            words.work.targetOf({ scenario: scenario.name, type: type.name.toLowerCase() }),
          ),
        ),
      );
    case 'group':
      return housing.groups.flatMap(({ id, name }) => [
        field(`${id} housed`, words.work.housedOf({ group: name })),
        field(`${id} agreed`, words.work.agreedOf({ group: name })),
      ]);
    case 'urgency':
      return [field('asked', words.asked), field('granted', words.granted), field('housed', words.gotHome)];
    case 'key':
      return [field('stock', words.share.parts.stock), field('capacity', words.share.parts.capacity)];
  }
}

/** Reads numbers: whole ones of 0 or more, or nothing; of urgency each at most the one above it. */
export function readNumbers(
  posted: Posted,
  kind: NumberKind,
  fields: readonly NumberField[],
  words: Words['mistakes'],
): Read<Readonly<Record<string, number | undefined>>> {
  const errors: Record<string, string> = {};
  const values: Record<string, number | undefined> = {};
  let above: number | undefined;
  for (const { part, field } of fields) {
    const typed = text(posted, field);
    const value = typed === '' ? undefined : whole(typed, 0, 999_999);
    if (typed !== '' && value === undefined) errors[field] = words.number;
    if (kind === 'urgency') {
      // Each counts people of the one above it.
      if (value !== undefined && above !== undefined && value > above) errors[field] = words.nested;
      above = value;
    }
    values[part] = value;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: values };
}
