import { ABSENT, type Problem, type Result } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { CaseRow } from '../../../case-store.ts';
import type { PathwayGround } from '../../../ground.ts';
import { type CaseView, openCase, ownCases } from '../../../read/case.ts';
import { residentWords } from '../words.ts';
import { presentHome } from './presenter.ts';
import { homePage } from './view.tsx';

export type OwnCase = CaseView & { readonly row: CaseRow };

/** The case this resident means: the one named in the address, else the one that runs, else the latest. */
export async function ownCase(
  ground: PathwayGround,
  ask: Ask,
): Promise<Result<{ readonly view: OwnCase | undefined; readonly cases: readonly CaseRow[] }, Problem>> {
  const cases = await ownCases(ground, ask.actor, ask.door);
  if (!cases.ok) return cases;
  const wanted = ask.query('zaak');
  const row = wanted
    ? cases.value.find((one) => one.id === wanted)
    : (cases.value.find((one) => one.closed_at === null) ?? cases.value[0]);
  if (!row) return wanted ? { ok: false, problem: ABSENT } : { ok: true, value: { view: undefined, cases: [] } };
  const opened = await openCase(ground, ask.actor, { resident: row.resident_id, caseId: row.id }, ask.door);
  if (!opened.ok) return opened;
  return { ok: true, value: { view: { ...opened.value, row }, cases: cases.value } };
}

/** GET /mijn */
export async function showHome(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const own = await ownCase(ground, ask);
  if (!own.ok) return { problem: own.problem };
  const { view, cases } = own.value;
  const { lang } = ask.context;
  return homePage(ask.context, view && presentHome(ground, view, cases, residentWords(lang), lang));
}
