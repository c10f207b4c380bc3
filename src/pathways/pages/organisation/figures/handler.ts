import { organisationOf, oversee } from '../../../../directory/index.ts';
import { asLocalDate, type LocalDate, localDate, type Result } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { OWN_FIGURES, type OwnFigure, ownFigures } from '../../../figures/own.ts';
import type { PathwayGround } from '../../../ground.ts';
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
    return {
      parties: own.flatMap(({ reference, name }) => {
        const found = rows.get(reference);
        return found ? [{ reference, name, months: monthsOf(found) }] : [];
      }),
      on: today,
    };
  });
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
  return found.ok ? figuresPage(ask.context, found.value) : { problem: found.problem };
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
