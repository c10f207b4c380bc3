import { ABSENT, type Result, residentOf } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { reasonsFor, STALLED } from '../../../model/index.ts';
import { openCase } from '../../../read/case.ts';
import { ownLine } from '../../../read/line.ts';
import { closeOwnRequest, undoReferral, withdrawReferral } from '../../../service/refer.ts';
import { pathwayOf } from '../../../shapes.ts';
import { paths, refusalOf, type Shown } from '../../shared/index.ts';
import type { PracticeParts } from '../parts.ts';
import { type ReferralView, referralView } from './presenter.ts';
import { referralPage, stopPage } from './view.tsx';
import { referralWords } from './words.ts';

type Opened = {
  readonly view: ReferralView;
  readonly resident: string;
  readonly caseId: string;
  readonly reasons: (kind: Stop) => readonly { readonly code: string; readonly label: string }[];
};
type Stop = 'undo' | 'withdraw';

async function opened({ ground }: PracticeParts, ask: Ask): Promise<Result<Opened>> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { ok: false, problem: ABSENT };
  const found = await openCase(ground, ask.actor, { resident, caseId }, ask.door);
  if (!found.ok) return found;
  const line = await ownLine(ground, ask.actor, { resident, caseId });
  const view = referralView(
    ground.definitions.in(ask.context.lang),
    found.value,
    line,
    ground.clock.now(),
    ask.context.lang,
  );
  const canonical = found.value.first && pathwayOf(found.value.first);
  if (!view || !canonical) return { ok: false, problem: ABSENT };
  const pathway = ground.definitions.in(ask.context.lang).pathway(canonical.id, canonical.version);
  const reasons = (kind: Stop) =>
    kind === 'undo'
      ? reasonsFor(pathway, 'entered-in-error', 'maker')
      : reasonsFor(pathway, 'cancelled', 'requester').filter((reason) => reason.code !== STALLED);
  return { ok: true, value: { view, resident, caseId, reasons } };
}

/** GET /praktijk/verwijzing/:case */
export async function showReferral(parts: PracticeParts, ask: Ask): Promise<Answer> {
  const found = await opened(parts, ask);
  return found.ok ? referralPage(ask.context, found.value.view) : { problem: found.problem };
}

/** GET /praktijk/verwijzing/:case/ongedaan and /intrekken */
export async function showStop(parts: PracticeParts, ask: Ask, kind: Stop, form?: Shown): Promise<Answer> {
  const found = await opened(parts, ask);
  if (!found.ok) return { problem: found.problem };
  const { view, reasons } = found.value;
  if (view.over) return { to: paths.referral(view.caseId) };
  const page = stopPage(ask.context, view, { kind, reasons: reasons(kind) }, form ?? {});
  return form ? { again: page } : page;
}

/** POST of the same. */
export async function stop(parts: PracticeParts, ask: FormAsk, kind: Stop): Promise<Answer> {
  const found = await opened(parts, ask);
  if (!found.ok) return { problem: found.problem };
  const words = referralWords(ask.context.lang);
  const { resident, caseId, reasons } = found.value;
  const reason = reasons(kind).find((one) => one.code === text(ask.posted, 'reason'));
  if (!reason) return showStop(parts, ask, kind, { values: ask.posted, errors: { reason: words.mistakes.reason } });
  const act = kind === 'undo' ? undoReferral : withdrawReferral;
  const done = await act(parts.ground, ask.actor, { resident, caseId, reason: reason.label }, ask.door);
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['reason'], 'reason', ask.context.lang);
    return errors ? showStop(parts, ask, kind, { values: ask.posted, errors }) : { problem: done.problem };
  }
  return {
    to: paths.practice,
    flash: { kind: 'good', text: kind === 'undo' ? words.undoPage.done : words.withdrawPage.done },
  };
}

/** POST /praktijk/verwijzing/:case/sluiten: the outcome was read. */
export async function close({ ground }: PracticeParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const done = await closeOwnRequest(ground, ask.actor, { resident, request: caseId }, ask.door);
  if (!done.ok)
    return { problem: done.problem, action: { href: paths.practice, label: referralWords(ask.context.lang).list } };
  return { to: paths.practice, flash: { kind: 'good', text: referralWords(ask.context.lang).closed } };
}
