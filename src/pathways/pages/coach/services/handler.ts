import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import type { ProposalResult } from '../../../proposal.ts';
import { propose, referOn } from '../../../service/refer-on.ts';
import { answerSets, loosened, paths, refusalOf, type Shown, setsOf } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from '../parts.ts';
import { needsField, needsIn, readChoice, readSend, readWish } from './form.ts';
import { fellOutOf, fitOf, type NeedGroup, needGroups, SHOWN } from './presenter.ts';
import { foundPage, sendPage, wishPage } from './view.tsx';
import { serviceWords } from './words.ts';

function groupsOf(ground: PathwayGround, { pathway, view }: OpenedCase, ask: Ask): readonly NeedGroup[] {
  const definitions = ground.definitions.in(ask.context.lang);
  const { conversation } = pathway.questionnaires;
  const asked = conversation ? definitions.questionnaire(conversation) : undefined;
  const last = setsOf(answerSets(definitions, view.responses), conversation).at(-1);
  return needGroups(definitions.region.needs, asked, last?.answers ?? {}, ask.context.lang);
}

/** GET /werk/zaak/:case/plek */
export async function showWish(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(parts, ask, (on, shown) => wishPage(ask.context, on, groupsOf(parts.ground, on, ask), shown), form);
}

/** What goes along to the next page: the wish and the ranks, without buttons. */
function carriedIn(posted: Posted, keep: (name: string) => boolean): Posted {
  return Object.fromEntries(Object.entries(posted).filter(([name]) => keep(name)));
}
const isWish = (name: string) => /^(needs(-.*)?|languages|travel|maxCost)$/.test(name);
const isMany = (name: string) => /^(needs(-.*)?|languages)$/.test(name);
const isRank = (name: string) => name.startsWith('rank-');

type Step = {
  readonly parts: CoachParts;
  readonly ask: FormAsk;
  readonly on: OpenedCase;
  readonly result: ProposalResult;
};

/** POST /werk/zaak/:case/plek: search, choose, send; nothing of it stands in an address. */
export async function seekServices(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const { ground } = parts;
  const step = text(ask.posted, 'step');
  if (step === 'back') {
    const opened = await openOwnCase(parts, ask);
    if (!opened.ok) return { problem: opened.problem };
    return wishPage(ask.context, opened.value, groupsOf(ground, opened.value, ask), {
      values: loosened(ask.posted, isMany),
    });
  }
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const { resident, caseId } = on;
  const again = (errors: Readonly<Record<string, string>>) =>
    showWish(parts, ask, { values: loosened(ask.posted, isMany), errors });
  const firstGroup = groupsOf(ground, on, ask)[0]?.id ?? 'other';
  const wish = readWish(
    ask.posted,
    {
      needs: ground.definitions.in(ask.context.lang).region.needs,
      urgency: on.first.priority === 'routine' ? 'routine' : 'soon',
      firstGroup,
    },
    ask.context.lang,
  );
  if (!wish.ok) return again(wish.errors);
  const result = await propose(ground, ask.actor, { resident, caseId, ...wish.value }, ask.door);
  if (!result.ok) return refused(ask, result.problem, [needsField(firstGroup)], again);
  const at: Step = { parts, ask, on, result: result.value };
  if (step === 'choose') return chooseStep(at, {});
  if (step === 'send') return sendStep(at, wish.value.needs);
  return foundStep(at, { values: ask.posted });
}

function foundStep({ parts, ask, on, result }: Step, form: Shown): string {
  const definitions = parts.ground.definitions.in(ask.context.lang);
  const { lang } = ask.context;
  return foundPage(
    ask.context,
    on,
    {
      fits: result.ranked.slice(0, SHOWN).map((proposal) => fitOf(proposal, definitions, lang)),
      all: result.ranked.length,
      fellOut: fellOutOf(result, lang),
      carried: carriedIn(ask.posted, isWish),
    },
    form,
  );
}

function chooseStep(step: Step, form: Shown): Answer {
  const { parts, ask, on, result } = step;
  const definitions = parts.ground.definitions.in(ask.context.lang);
  const shown = result.ranked.slice(0, SHOWN).map((proposal) => proposal.service.id);
  const choice = readChoice(ask.posted, shown, ask.context.lang);
  if (!choice.ok) return { again: foundStep(step, { values: ask.posted, errors: choice.errors }) };
  const needs = needsIn(ask.posted, definitions.region.needs);
  const page = sendPage(
    ask.context,
    on,
    {
      names: choice.value.map((id) => {
        const service = definitions.service(id);
        return service ? `${service.name} (${definitions.organisationName(service.organisation)})` : id;
      }),
      needs: needs.map((id) => definitions.region.needs.find((need) => need.id === id)?.label ?? id),
      consent: definitions.consentText(on.pathway.hops[1]!.consentText),
      carried: carriedIn(ask.posted, (name) => isWish(name) || isRank(name)),
    },
    form,
  );
  return form.errors ? { again: page } : page;
}

async function sendStep(step: Step, needs: readonly string[]): Promise<Answer> {
  const { parts, ask, on, result } = step;
  const { lang } = ask.context;
  const shown = result.ranked.slice(0, SHOWN).map((proposal) => proposal.service.id);
  const choice = readChoice(ask.posted, shown, lang);
  if (!choice.ok) return { again: foundStep(step, { values: ask.posted, errors: choice.errors }) };
  const values = ask.posted;
  const read = readSend(values, lang);
  if (!read.ok) return chooseStep(step, { values, errors: read.errors });
  const done = await referOn(
    parts.ground,
    ask.actor,
    { resident: on.resident, caseId: on.caseId, needs, candidates: choice.value, ...read.value, agreed: true },
    ask.door,
  );
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['agreed', 'note'], 'agreed', ask.context.lang);
    return errors
      ? chooseStep(step, { values, errors })
      : { problem: done.problem, action: { href: paths.case(on.caseId), label: on.name } };
  }
  const service = parts.ground.definitions.organisationName(choice.value[0] ?? '');
  return { to: paths.case(on.caseId), flash: { kind: 'good', text: serviceWords(lang).done({ service }) } };
}
