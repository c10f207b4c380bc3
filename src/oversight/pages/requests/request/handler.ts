import { localDate, textIn } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, many, type Posted, text } from '../../../../web/index.ts';
import { type OversightGround, rulesOf } from '../../../ground.ts';
import { decisionsFor, needsGround, type RequestDecision } from '../../../model/request.ts';
import { isPart } from '../../../model/retention.ts';
import { openContent } from '../../../service/content.ts';
import { checkIdentity, decideRequest, extendRequest, finishRequest, openRequest } from '../../../service/requests.ts';
import { requestWords } from '../words.ts';
import { contentPage } from './content.tsx';
import { entryIn, readCorrection } from './correction.ts';
import { type RequestField, requestPage } from './view.tsx';

/** GET /privacy/verzoeken/:request */
export async function showRequest(ground: OversightGround, ask: Ask, form?: FormState<RequestField>): Promise<Answer> {
  const found = await openRequest(ground, ask.actor, ask.param('request'), ask.door);
  if (!found.ok) return { problem: found.problem };
  const values = form ? undefined : await ask.draft();
  const page = requestPage(
    ask.context,
    {
      ...found.value,
      rules: rulesOf(ground).requests,
      today: localDate(ground.clock.now()),
      entry: entryIn(form?.values?.entry ?? ask.query('gegeven') ?? ''),
    },
    form ?? (values ? { values } : {}),
  );
  return form ? { again: page } : page;
}

/** GET /privacy/verzoeken/:request/inhoud: what the record says, for this request only. */
export async function showContent(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await openContent(ground, ask.actor, ask.param('request'), ask.door);
  if (!found.ok) return { problem: found.problem };
  const { overview, kind } = found.value;
  return contentPage(ask.context, ask.param('request'), overview, kind === 'correct');
}

type Words = ReturnType<typeof requestWords>['one'];
type Errors = Readonly<Partial<Record<RequestField, string>>>;

const again = (ground: OversightGround, ask: FormAsk, errors: Errors): Promise<Answer> =>
  showRequest(ground, ask, { values: ask.posted, errors });
const back = (ask: FormAsk, said: string): Answer => ({
  to: `/privacy/verzoeken/${ask.param('request')}`,
  flash: { kind: 'good', text: said },
});

/** POST /privacy/verzoeken/:request/identiteit */
export async function sendIdentity(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = requestWords(ask.context.lang).one;
  const how = text(ask.posted, 'identity').slice(0, 500);
  if (!how) return again(ground, ask, { identity: words.identityEmpty });
  const done = await checkIdentity(ground, ask.actor, ask.param('request'), how, ask.door);
  return done.ok ? back(ask, words.identityDone) : { problem: done.problem };
}

/** POST /privacy/verzoeken/:request/verlengen */
export async function sendExtend(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = requestWords(ask.context.lang).one;
  const why = text(ask.posted, 'why').slice(0, 2000);
  if (!why) return again(ground, ask, { why: words.extendEmpty });
  const done = await extendRequest(ground, ask.actor, ask.param('request'), why, ask.door);
  return done.ok ? back(ask, words.extendDone) : { problem: done.problem };
}

/** POST /privacy/verzoeken/:request/besluit */
export async function sendDecision(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = requestWords(ask.context.lang).one;
  const found = await openRequest(ground, ask.actor, ask.param('request'), ask.door);
  if (!found.ok) return { problem: found.problem };
  const { kind } = found.value.request;
  const decision = text(ask.posted, 'decision') as RequestDecision;
  const known = rulesOf(ground).requests.refusals.filter((one) => one.kinds.includes(kind));
  const reasons = many(ask.posted, 'grounds').filter((id) => known.some((one) => one.id === id));
  const chosen = many(ask.posted, 'parts').filter(isPart);
  const parts = kind !== 'erase' || decision === 'refused' ? [] : decision === 'granted' ? ['all'] : chosen;
  const noPart = kind === 'erase' && decision === 'partly' && chosen.length === 0;
  const correction =
    kind === 'correct' && decision !== 'refused'
      ? readCorrection(ground, ask.posted, requestWords(ask.context.lang).correct)
      : undefined;
  const errors = {
    ...correction?.errors,
    ...decisionErrors(ask.posted, { decision, reasons, allowed: decisionsFor(kind) }, words),
    ...(noPart ? { parts: words.chooseParts } : {}),
  };
  if (Object.keys(errors).length > 0) return again(ground, ask, errors);
  const decided = {
    decision,
    reasons: needsGround(decision) ? reasons : [],
    told: text(ask.posted, 'told'),
    parts,
    details: correction?.details,
    entry: correction?.entry,
  };
  const done = await decideRequest(ground, ask.actor, ask.param('request'), decided, ask.door);
  if (done.ok) return back(ask, words.decideDone);
  // What the record does not take, such as a date of birth that cannot be, is told where it was filled in.
  if (done.problem.kind !== 'unprocessable' || !correction) return { problem: done.problem };
  const place = correction.entry ? 'wish' : 'birthDate';
  return again(ground, ask, { [place]: textIn(done.problem.text, ask.context.lang) });
}

function decisionErrors(
  posted: Posted,
  read: {
    readonly decision: RequestDecision;
    readonly reasons: readonly string[];
    readonly allowed: readonly RequestDecision[];
  },
  words: Words,
): Errors {
  const told = text(posted, 'told');
  return {
    ...(read.allowed.includes(read.decision) ? {} : { decision: words.chooseDecision }),
    ...(needsGround(read.decision) && read.reasons.length === 0 ? { grounds: words.chooseGround } : {}),
    ...(told === '' || told.length > 4000 ? { told: words.writeTold } : {}),
  };
}

/** POST /privacy/verzoeken/:request/klaar */
export async function sendFinish(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = requestWords(ask.context.lang).one;
  const note = text(ask.posted, 'note').slice(0, 2000);
  if (!note) return again(ground, ask, { note: words.finishEmpty });
  const done = await finishRequest(ground, ask.actor, ask.param('request'), note, ask.door);
  return done.ok ? back(ask, words.finishDone) : { problem: done.problem };
}
