import { OMZIEN, type Resource } from '../../fhir/index.ts';
import { type Actor, type Door, localDate, type Result } from '../../platform/index.ts';
import { alongWith, createInside, loadResource, loadResources, updateInside } from '../../record/index.ts';
import { type ConsentParty, consentParty, consentPartyRef } from '../consent-party.ts';
import type { PathwayGround } from '../ground.ts';
import { sameAgreement } from '../ports/consent.ts';
import { REFUSALS } from '../refusals.ts';
import { concept, SYSTEM } from '../shapes.ts';
import { perform, refuse } from './perform.ts';

const LABELS: Readonly<Record<string, string>> = {
  'gdpr-6-9': 'Grond om gegevens te verwerken (AVG 6 en 9)',
  'bw-7-457': 'Doorgeven buiten het medisch beroepsgeheim (BW 7:457)',
  'wabvpz-15a': 'Beschikbaar via een uitwisselingssysteem (Wabvpz 15a)',
  'gdpr-21': 'Bezwaar (AVG 21)',
};

/** How somebody gave it who did not do so themself on a screen. */
export const GIVEN_HOW = ['spoken', 'phone', 'paper'] as const;
export type GivenHow = (typeof GIVEN_HOW)[number];
const HOW_WORDS: Readonly<Record<GivenHow, string>> = {
  phone: 'aan de telefoon',
  paper: 'op papier',
  spoken: 'in een gesprek',
};

/** The FHIR Consent of one agreement: which of the four kinds, on which text, recorded by whom, towards whom. */
export function consentFor(
  ground: PathwayGround,
  textId: string,
  resident: string,
  recorder: Actor,
  towards: string,
  how?: GivenHow,
): Resource {
  const text = ground.definitions.consentText(textId);
  const at = ground.clock.now();
  return {
    resourceType: 'Consent',
    status: 'active',
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
    category: [concept(SYSTEM.consentKind, text.kind, LABELS[text.kind] ?? text.kind)],
    patient: { reference: `Patient/${resident}` },
    dateTime: at.toISOString(),
    performer: [{ reference: `Patient/${resident}` }],
    ...(recorder.organisation
      ? { organization: [{ reference: recorder.organisation, display: recorder.organisationName }] }
      : {}),
    sourceAttachment: { url: `${OMZIEN}/consent-text/${text.id}`, title: `${text.title}, versie ${text.version}` },
    policyRule: { text: `${text.id}|${text.version}` },
    ...(how
      ? {
          verification: [
            {
              verified: true,
              verifiedWith: { reference: `Patient/${resident}` },
              verificationDate: at.toISOString(),
              extension: [{ url: CONSENT_HOW, valueString: HOW_WORDS[how] }],
            },
          ],
        }
      : {}),
    provision: {
      type: 'permit',
      period: { start: localDate(at) },
      actor: [
        {
          role: { text: 'ontvangt' },
          reference: consentParty(
            towards,
            ground.definitions.organisationName(towards.slice(towards.indexOf('/') + 1)),
          ),
        },
      ],
    },
  };
}

/** How an agreement was given where it was not on the resident's own screen. */
export const CONSENT_HOW = `${OMZIEN}/StructureDefinition/consent-given-how`;

/**
 * Says yes again to what was withdrawn, on the present text and towards the same party. It opens nothing by itself: what
 * had stopped is asked anew by who may ask it.
 */
export async function giveConsentAgain(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly consent: string; readonly given?: GivenHow },
  door: Door,
): Promise<Result<{ readonly consent: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'consent' }, door, async (trx, why) => {
    const rows = await loadResources(trx, what.resident, ['Consent']);
    const all = rows.map((row) => JSON.parse(row.content) as Given);
    const former = all.find((one) => one.id === what.consent);
    if (!former) refuse('absent', 'Deze toestemming is er niet.');
    const [textId = ''] = (former.policyRule?.text ?? '').split('|');
    const towards = consentPartyRef(former.provision?.actor?.[0]?.reference);
    const known = ground.definitions.region.consents.some((one) => one.id === textId && one.asked);
    if (!known || !towards) refuse('conflict', 'Deze afspraak bestaat niet meer zo. Vraag het uw welzijnscoach.');
    const same = (one: Given) =>
      one.status === 'active' &&
      (one.policyRule?.text ?? '').split('|')[0] === textId &&
      consentPartyRef(one.provision?.actor?.[0]?.reference) === towards;
    if (all.some(same)) refuse('conflict', 'U zei hier al ja op.');
    const resource = consentFor(ground, textId, what.resident, actor, towards, what.given);
    const parties = towards.startsWith('HealthcareService/') || towards.startsWith('Organization/') ? [towards] : [];
    const { id } = await createInside(ground, trx, actor, { resource, resident: what.resident, ...why, parties }, door);
    return { consent: id };
  });
}

/**
 * Says yes to the present text of an agreement that was given on an earlier one. It stays the same agreement, so that
 * nothing stops that hangs on it; what was said yes to before stays in its old version.
 */
export async function renewConsent(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly consent: string },
  door: Door,
): Promise<Result<{ readonly consent: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'consent' }, door, async (trx, why) => {
    const row = await loadResource(trx, what.resident, 'Consent', what.consent, true);
    if (!row) refuse('absent', REFUSALS.noConsent);
    const former = JSON.parse(row.content) as Given;
    if (former.status !== 'active') refuse('conflict', REFUSALS.consentWithdrawn);
    const text = newerText(ground.definitions.region.consents, former);
    if (!text) return refuse('conflict', { nl: 'U zei hier al ja op.', en: 'You said yes to this already.' });
    const towards = former.provision?.actor?.[0]?.reference?.reference ?? '';
    // The same yes in another record of theirs is the same question: it is not asked twice.
    for (const one of [what.resident, ...(await alongWith(trx, what.resident))])
      for (const { id, content } of await loadResources(trx, one, ['Consent'])) {
        const given = JSON.parse(content) as Given & { readonly verification?: unknown };
        const same = id === what.consent || (given.status === 'active' && sameAgreement(given, former));
        if (!same || !newerText(ground.definitions.region.consents, given)) continue;
        const { verification: _how, ...said } = given;
        const { dateTime, sourceAttachment, policyRule } = consentFor(ground, text.id, one, actor, towards);
        const resource = { ...said, dateTime, sourceAttachment, policyRule } as Resource;
        await updateInside(ground, trx, actor, { resource, resident: one, id, ...why }, door);
      }
    return { consent: what.consent };
  });
}

/** The present text of an agreement that was given on an earlier version of it; undefined where it is the same. */
export function newerText<T extends { readonly id: string; readonly version: number; readonly asked: boolean }>(
  texts: readonly T[],
  consent: Resource,
): T | undefined {
  const [id, version] = ((consent as Given).policyRule?.text ?? '').split('|');
  const text = texts.find((one) => one.id === id && one.asked);
  return text && text.version > Number(version) ? text : undefined;
}

type Given = Resource & {
  readonly status?: string;
  readonly policyRule?: { readonly text?: string };
  readonly provision?: { readonly actor?: readonly { readonly reference?: ConsentParty }[] };
};

/** Withdraws an agreement; sharing stops at once. What a receiver already has stays under its own duty. */
export async function withdrawConsent(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly consent: string },
  door: Door,
): Promise<Result<{ readonly consent: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'consent' }, door, async (trx, why) => {
    const row = await loadResource(trx, what.resident, 'Consent', what.consent);
    if (!row) refuse('absent', REFUSALS.noConsent);
    const consent = JSON.parse(row.content) as Resource;
    if (consent.status !== 'active') refuse('conflict', REFUSALS.consentWithdrawn);
    await updateInside(
      ground,
      trx,
      actor,
      { resource: { ...consent, status: 'inactive' }, resident: what.resident, id: what.consent, ...why },
      door,
    );
    return { consent: what.consent };
  });
}
