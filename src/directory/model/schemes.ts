import type { AGES, CHILDREN, HOMES, HOUSEHOLDS, INCOMES, Scheme } from '../../content/index.ts';

/** What somebody answered to the five questions. */
export type SchemeAnswers = {
  readonly household: (typeof HOUSEHOLDS)[number];
  readonly children: (typeof CHILDREN)[number];
  readonly age: (typeof AGES)[number];
  readonly income: (typeof INCOMES)[number];
  readonly home: (typeof HOMES)[number];
};

/** The schemes that may be for who answers so: all that a scheme names holds. An indication, in the order of the content. */
export function schemesFor(schemes: readonly Scheme[], answers: SchemeAnswers): readonly Scheme[] {
  return schemes.filter(({ when }) =>
    (Object.keys(when) as (keyof SchemeAnswers)[]).every((about) =>
      ((when[about] ?? []) as readonly string[]).includes(answers[about]),
    ),
  );
}
