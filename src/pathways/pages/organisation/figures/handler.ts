import { organisationOf, oversee } from '../../../../directory/index.ts';
import { asLocalDate, type Language, type LocalDate, localDate, type Result } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { experienceFigures } from '../../../figures/experience.ts';
import { OWN_FIGURES, type OwnFigure, ownFigures } from '../../../figures/own.ts';
import type { PathwayGround } from '../../../ground.ts';
import { type Question, questionsOf } from '../../../model/index.ts';
import { figuresPage, type PartyFigures } from './view.tsx';
import { ownFigureWords } from './words.ts';

type Found = { readonly parties: readonly PartyFigures[]; readonly on: LocalDate };

async function figuresFor(ground: PathwayGround, ask: Ask, action: 'listed' | 'exported'): Promise<Result<Found>> {
  return oversee(ground, ask.actor, ask.door, { type: 'Figure', action }, async (trx) => {
    const organisation = await organisationOf(trx, ask.actor.organisation);
    if (!organisation) return undefined;
    const today = localDate(ground.clock.now());
    const own =
      organisation.kind === 'gp-practice'
        ? [{ reference: ask.actor.organisation, name: organisation.name }]
        : organisation.services;
    const from = asLocalDate(`${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`);
    const rows = Map.groupBy(
      await ownFigures(
        trx,
        own.map(({ reference }) => reference),
        from,
      ),
      ({ party }) => party,
    );
    const told = await experienceFigures(
      ground,
      trx,
      own.map(({ reference }) => reference),
      today,
    );
    return {
      parties: own.flatMap(({ reference, name }) => {
        const found = rows.get(reference);
        const experience = told.filter(({ party }) => party === reference);
        return found || experience.length > 0 ? [{ reference, name, months: monthsOf(found ?? []), experience }] : [];
      }),
      on: today,
    };
  });
}

/** The questions on experience, as who reads them is spoken to. */
function questionsIn(ground: PathwayGround, lang: Language): ReadonlyMap<string, Question> {
  const { region, questionnaire } = ground.definitions.in(lang);
  const ids = region.pathways.flatMap((one) => one.questionnaires.experience ?? []);
  return new Map(ids.flatMap((id) => questionsOf(questionnaire(id)).map((one) => [one.linkId, one] as const)));
}

function monthsOf(rows: readonly OwnFigure[]): PartyFigures['months'] {
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, found]) => ({
    month,
    values: new Map(found.map(({ figure, value }) => [figure, value])),
  }));
}

/** GET /organisatie/cijfers */
export async function showOwnFigures(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const found = await figuresFor(ground, ask, 'listed');
  return found.ok
    ? figuresPage(ask.context, found.value, questionsIn(ground, ask.context.lang))
    : { problem: found.problem };
}

/** GET /organisatie/cijfers/bestand: the same figures as CSV (RFC 4180); what is hidden is empty. */
export async function downloadOwnFigures(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const found = await figuresFor(ground, ask, 'exported');
  if (!found.ok) return { problem: found.problem };
  const words = ownFigureWords(ask.context.lang);
  const lines = [
    ['team', words.month, ...OWN_FIGURES.map((figure) => words.names[figure])],
    ...found.value.parties.flatMap(({ name, months }) =>
      months.map(({ month, values }) => [
        name,
        month.slice(0, 7),
        ...OWN_FIGURES.map((figure) => String(values.get(figure) ?? '')),
      ]),
    ),
  ];
  return new Response(`\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="cijfers-${found.value.on}.csv"`,
    },
  });
}

/** One field; a name that a spreadsheet would take for a formula is made plain. */
const quoted = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
