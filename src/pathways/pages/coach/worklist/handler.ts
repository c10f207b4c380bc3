import { localDate, textIn } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, many, text } from '../../../../web/index.ts';
import { loadOfTeam } from '../../../read/load.ts';
import { worklist } from '../../../read/worklist.ts';
import { assignMany, type HandedOver } from '../../../service/hand-over.ts';
import { idIn } from '../../../shapes.ts';
import type { Shown } from '../../shared/index.ts';
import { type CoachParts, mayDo } from '../parts.ts';
import { hrefOf, rowOf, VIEW_OF } from './presenter.ts';
import { teamWords } from './team-words.ts';
import { worklistPage } from './view.tsx';

/** GET /werk: the list of the team. */
export async function showWorklist({ ground }: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const said = (name: string) => (form ? text(form.values ?? {}, name) : ask.query(name)) || undefined;
  const word = said('lijst') ?? 'open';
  const view = Object.hasOwn(VIEW_OF, word) ? VIEW_OF[word]! : 'open';
  const after = said('na');
  const load = await loadOfTeam(ground, ask.actor);
  const of = load.find((one) => one.person === said('bij'));
  const list = await worklist(
    ground,
    ask.actor,
    { view, ...(after ? { after } : {}), ...(of ? { of: of.person } : {}) },
    ask.door,
  );
  if (!list.ok) return { problem: list.problem };
  const today = localDate(ground.clock.now());
  const rows = list.value.lines.map((line) => rowOf(line, { person: ask.actor.person, today }, ask.context.lang));
  const team = ask.actor.services.map((service) => ground.definitions.organisationName(idIn(service))).join(', ');
  const page = worklistPage(ask.context, list.value, rows, {
    view,
    team,
    today,
    first: !after,
    after,
    load,
    of,
    assigns: mayDo(ground, ask.actor, 'assign') && view !== 'closed' && rows.some((row) => row.pick),
    form: form ?? {},
  });
  return form ? { again: page } : page;
}

/** POST /werk/toewijzen: several cases to one colleague; all, or it is told which not. */
export async function assignChosen(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const words = teamWords(ask.context.lang);
  const cases = many(ask.posted, 'case').map((value) => {
    const [caseId = '', from = ''] = value.split('~');
    return { caseId, from: from || null };
  });
  const load = await loadOfTeam(parts.ground, ask.actor);
  const to = load.find((one) => one.person === text(ask.posted, 'to'));
  const errors = {
    ...(cases.length > 0 ? {} : { case: words.mistakes.cases }),
    ...(to ? {} : { to: words.mistakes.to }),
  };
  if (!to || cases.length === 0) return showWorklist(parts, ask, { values: ask.posted, errors });
  const done = await assignMany(parts.ground, ask.actor, { cases, to: { person: to.person, name: to.name } }, ask.door);
  if (!done.ok) return { problem: done.problem };
  const view = VIEW_OF[text(ask.posted, 'lijst')] ?? 'open';
  return {
    to: hrefOf(view, { of: text(ask.posted, 'bij') }),
    flash: toldOf(done.value, to.name, ask.context.lang),
  };
}

/** How it went with several cases at once: how many, and of the others whose and why not. */
export function toldOf(
  { handed, kept }: HandedOver,
  name: string,
  lang: Ask['context']['lang'],
): { readonly kind: 'good' | 'error'; readonly text: string } {
  const words = teamWords(lang);
  const went = handed > 0 ? words.done({ count: handed, name }) : words.none;
  if (kept.length === 0) return { kind: handed > 0 ? 'good' : 'error', text: went };
  const why = kept
    .slice(0, 5)
    .map((one) => `${one.label}: ${textIn(one.why, lang)}`)
    .join(' ');
  return { kind: 'error', text: `${went} ${words.kept({ count: kept.length, why })}` };
}
