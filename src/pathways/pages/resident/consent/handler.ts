import type { ConsentText } from '../../../../content/index.ts';
import { keptVersions } from '../../../../directory/index.ts';
import { ABSENT, type Problem, residentOf, textIn } from '../../../../platform/index.ts';
import { readResource } from '../../../../record/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { isOpen } from '../../../model/index.ts';
import { openCase, ownCases } from '../../../read/case.ts';
import { ownConsents } from '../../../read/own.ts';
import { giveConsentAgain, renewConsent, withdrawConsent } from '../../../service/consent.ts';
import { idIn } from '../../../shapes.ts';
import { residentWords } from '../words.ts';
import { type Agreement, agreementOf, standingsOf } from './agreement.ts';
import { renewPage } from './renew.tsx';
import { againPage, consentPage, withdrawPage } from './view.tsx';

/** GET /mijn/toestemming */
export async function showConsents(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const consents = await ownConsents(ground, ask.actor, ask.door);
  if (!consents.ok) return { problem: consents.problem };
  const definitions = ground.definitions.in(ask.context.lang);
  const agreements = consents.value.map((one) => agreementOf(definitions, one));
  const standings = standingsOf(agreements);
  const information = definitions.region.consents.filter((text) => !text.asked);
  return consentPage(ask.context, standings, information);
}

/** GET /mijn/toestemming/:consent/intrekken */
export async function showWithdraw(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const found = await ownAgreement(ground, ask);
  if ('problem' in found) return { problem: found.problem };
  if (!found.active) return { to: '/mijn/toestemming' };
  return withdrawPage(ask.context, found, await whatStops(ground, ask, found.id));
}

/** POST of the same. */
export async function withdraw(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const done = await withdrawConsent(ground, ask.actor, ofAddress(ask), ask.door);
  if (!done.ok && done.problem.kind === 'conflict')
    return { to: '/mijn/toestemming', flash: { kind: 'info', text: textIn(done.problem.text, ask.context.lang) } };
  if (!done.ok) return { problem: done.problem };
  return { to: '/mijn/toestemming', flash: { kind: 'good', text: residentWords(ask.context.lang).consent.done } };
}

/** GET /mijn/toestemming/:consent/nieuw: what changed in the text that somebody said yes to. */
export async function showRenew(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const found = await ownAgreement(ground, ask);
  if ('problem' in found) return { problem: found.problem };
  if (!found.changed || !found.text) return { to: '/mijn/toestemming' };
  const kept = await keptVersions(ground, 'consent');
  const earlier = kept.find((one) => one.id === found.textId && one.version === found.version)?.content;
  return renewPage(ask.context, found, found.text, earlier as ConsentText | undefined);
}

/** POST of the same. */
export async function sendRenew(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const { lang } = ask.context;
  const done = await renewConsent(ground, ask.actor, ofAddress(ask), ask.door);
  if (!done.ok && done.problem.kind === 'conflict')
    return { to: '/mijn/toestemming', flash: { kind: 'info', text: textIn(done.problem.text, lang) } };
  if (!done.ok) return { problem: done.problem };
  return { to: '/mijn/toestemming', flash: { kind: 'good', text: residentWords(lang).consent.renewed } };
}

/** GET /mijn/toestemming/:consent/weer: the second click of a yes again. */
export async function showAgain(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const found = await ownAgreement(ground, ask);
  if ('problem' in found) return { problem: found.problem };
  if (found.active || !found.text?.asked) return { to: '/mijn/toestemming' };
  return againPage(ask.context, found);
}

/** POST of the same. */
export async function giveAgain(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const { lang } = ask.context;
  const done = await giveConsentAgain(ground, ask.actor, ofAddress(ask), ask.door);
  if (!done.ok && done.problem.kind === 'conflict')
    return { to: '/mijn/toestemming', flash: { kind: 'info', text: textIn(done.problem.text, lang) } };
  if (!done.ok) return { problem: done.problem };
  return { to: '/mijn/toestemming', flash: { kind: 'good', text: residentWords(lang).consent.againDone } };
}

/** The agreement that an address names, in whichever of the resident's records it stands. */
function ofAddress(ask: Ask): { readonly resident: string; readonly consent: string } {
  const consent = ask.param('consent');
  return { resident: residentOf(consent) ?? ask.actor.residentId ?? '', consent };
}

async function ownAgreement(ground: PathwayGround, ask: Ask): Promise<Agreement | { readonly problem: Problem }> {
  const consents = await ownConsents(ground, ask.actor, ask.door);
  if (!consents.ok) return { problem: consents.problem };
  const found = consents.value.find((one) => one.id === ask.param('consent'));
  if (found) return agreementOf(ground.definitions.in(ask.context.lang), found);
  // Somebody else's, or nothing: the record says no, and the log says that it was asked for.
  await readResource(ground, ask.actor, 'Consent', ask.param('consent'), ask.door);
  return { problem: ABSENT };
}

/** What hangs on this agreement and stops with it: the names of teams and services that are asked or busy. */
async function whatStops(ground: PathwayGround, ask: Ask, consent: string): Promise<readonly string[]> {
  const cases = await ownCases(ground, ask.actor, ask.door);
  if (!cases.ok) return [];
  const stops: string[] = [];
  for (const row of cases.value.filter((one) => one.closed_at === null)) {
    const opened = await openCase(ground, ask.actor, { resident: row.resident_id, caseId: row.id }, ask.door);
    if (!opened.ok) continue;
    const { first, firstTask, onward } = opened.value;
    const requests = [...(first ? [{ request: first, tasks: firstTask ? [firstTask] : [] }] : []), ...onward];
    const hangs = requests.filter(({ request }) =>
      (request.supportingInfo ?? []).some((ref) => idIn(ref.reference) === consent),
    );
    // The end of the first request takes all the others along.
    const all = hangs.some(({ request }) => request === first) ? requests : hangs;
    for (const { tasks } of all)
      for (const task of tasks) if (isOpen(task.status) && task.owner?.display) stops.push(task.owner.display);
  }
  return [...new Set(stops)];
}
