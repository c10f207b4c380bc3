import type { Pathway } from '../../../../content/index.ts';
import { ABSENT, withActor } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, many, text } from '../../../../web/index.ts';
import { teamAtHome } from '../../../area.ts';
import type { PathwayGround } from '../../../ground.ts';
import { ownCases } from '../../../read/case.ts';
import { referSelf } from '../../../service/refer-self.ts';
import { LONG_TEXT, mistakes, refusalOf, type Shown } from '../../shared/index.ts';
import { blockedPage, selfPage } from './view.tsx';
import { selfWords } from './words.ts';

/** The pathway that residents may ask for themselves: the first of the region that takes them. */
const ownPathway = (ground: PathwayGround, ask: Ask): Pathway | undefined =>
  ground.definitions.in(ask.context.lang).region.pathways.find((one) => one.self);

/** GET /mijn/aanmelden */
export async function showSelf(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const pathway = ownPathway(ground, ask);
  const resident = ask.actor.residentId;
  if (!pathway?.self || !resident) return { problem: ABSENT };
  const cases = await ownCases(ground, ask.actor, ask.door);
  if (!cases.ok) return { problem: cases.problem };
  if (cases.value.some((one) => one.pathway === pathway.id && one.closed_at === null))
    return blockedPage(ask.context, 'running');
  const team = await withActor(ground, ask.actor, { kind: 'resident', resident }, (trx) =>
    teamAtHome(ground, trx, resident),
  );
  if (!team) return blockedPage(ask.context, 'nowhere');
  const draft = form ? undefined : await ask.draft();
  const page = selfPage(ask.context, {
    team: ground.definitions.organisationName(team),
    reasons: pathway.self.reasons.map((reason) => ({
      value: reason.code,
      label: reason.label,
    })),
    crisis: ground.definitions.in(ask.context.lang).region.crisis,
    form: form ?? (draft ? { values: draft } : {}),
  });
  return form ? { again: page } : page;
}

/** POST of the same. */
export async function askForHelp(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const pathway = ownPathway(ground, ask);
  if (!pathway?.self) return { problem: ABSENT };
  const { lang } = ask.context;
  const words = selfWords(lang);
  const wrong = mistakes();
  const known = pathway.self.reasons.map(({ code }) => code);
  const reasons = many(ask.posted, 'reasons').filter((code) => known.includes(code));
  const note = text(ask.posted, 'note');
  if (reasons.length === 0) wrong.add('reasons', words.mistakes.reasons);
  if (note.length > LONG_TEXT) wrong.add('note', words.mistakes.note({ most: LONG_TEXT }));
  const again = (errors: Readonly<Record<string, string>>) => showSelf(ground, ask, { values: ask.posted, errors });
  const errors = wrong.found();
  if (errors) return again(errors);
  const done = await referSelf(ground, ask.actor, { pathway: pathway.id, reasons, note }, ask.door);
  if (!done.ok) {
    const refused = refusalOf(done.problem, ['reasons', 'note'], 'reasons', lang);
    return refused ? again(refused) : { problem: done.problem };
  }
  return { to: '/mijn', flash: { kind: 'good', text: words.done({ team: done.value.team }) } };
}
