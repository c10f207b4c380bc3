import { OMZIEN, type Resource } from '../../fhir/index.ts';
import { type Actor, type Door, localDate, type Result } from '../../platform/index.ts';
import { loadResource, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { REFUSALS } from '../refusals.ts';
import { concept, SYSTEM } from '../shapes.ts';
import { perform, refuse } from './perform.ts';

const LABELS: Readonly<Record<string, string>> = {
  'gdpr-6-9': 'Grond om gegevens te verwerken (AVG 6 en 9)',
  'bw-7-457': 'Doorgeven buiten het medisch beroepsgeheim (BW 7:457)',
  'wabvpz-15a': 'Beschikbaar via een uitwisselingssysteem (Wabvpz 15a)',
  'gdpr-21': 'Bezwaar (AVG 21)',
};

/** The FHIR Consent of one agreement: which of the four kinds, on which text, recorded by whom, towards whom. */
export function consentFor(
  ground: PathwayGround,
  textId: string,
  resident: string,
  recorder: Actor,
  towards: string,
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
    provision: {
      type: 'permit',
      period: { start: localDate(at) },
      actor: [
        {
          role: { text: 'ontvangt' },
          reference: {
            reference: towards,
            display: ground.definitions.organisationName(towards.slice(towards.indexOf('/') + 1)),
          },
        },
      ],
    },
  };
}

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
