import {
  ageOn,
  asLocalDate,
  type Category,
  fail,
  localDate,
  ok,
  type Problem,
  type Trx,
} from '../../../platform/index.ts';
import { type Change, loadResource, loadResources, type Settled } from '../../../record/index.ts';
import { openGrant } from '../../access.ts';
import { loadCase } from '../../case-store.ts';
import type { PathwayGround } from '../../ground.ts';
import { REFUSALS } from '../../refusals.ts';
import { caseOf, codesIn, hopOf, idIn, isOwnWish, pathwayOf, type Request, SYSTEM, urgencyOf } from '../../shapes.ts';
import { settleFirst } from './first.ts';
import { byThemself, settleOwnWish } from './own-wish.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** Whether a request may be made: by whom, on which version of a pathway, with whose agreement. */
export async function settleNew(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
  const request = change.after as Request;
  const pathway = pathwayOf(request);
  // A request outside any pathway (a partner's own) is kept as it is: support data, no case. People refer on a pathway,
  // with the resident's agreement.
  if (!pathway && change.actor.role === 'system') return ok({});
  if (!pathway)
    return fail('unprocessable', 'Name the pathway this request follows.', [
      {
        place: 'ServiceRequest.instantiatesCanonical',
        text: 'A PlanDefinition of this server with its version',
        code: 'required',
      },
    ]);
  let definition: ReturnType<typeof ground.definitions.pathway>;
  try {
    definition = ground.definitions.pathway(pathway.id, pathway.version);
  } catch {
    return fail('unprocessable', `Pathway ${pathway.id} version ${pathway.version} is not known here.`, [
      { place: 'ServiceRequest.instantiatesCanonical', text: 'Unknown pathway', code: 'value' },
    ]);
  }
  if (request.status !== 'active' && request.status !== 'draft')
    return fail('unprocessable', 'A new request is draft or active.', [
      { place: 'ServiceRequest.status', text: 'draft or active', code: 'value' },
    ]);
  const { rows } = await trx.query<{ birth_date: string; deceased: boolean }>(
    'select birth_date::text, deceased from record.person where resident_id = $1',
    [change.resident],
  );
  const person = rows[0];
  if (!person)
    return {
      ok: false,
      problem: { kind: 'absent', text: REFUSALS.noResident },
    };
  const { rows: goesOn } = await trx.query<{ survivor: string }>('select record.survivor_of($1) as survivor', [
    change.resident,
  ]);
  if (hopOf(request) === 'first' && goesOn[0]?.survivor !== change.resident)
    return fail('conflict', {
      nl: 'Dit dossier gaat verder in een ander dossier. Zoek de inwoner opnieuw op.',
      en: 'This record goes on in another. Look the resident up again.',
    });
  if (person.deceased) return fail('conflict', REFUSALS.died);
  if (ageOn(asLocalDate(person.birth_date), localDate(change.at)) < definition.forWhom.minimumAge) {
    return fail(
      'unprocessable',
      {
        nl: `Deze aanpak is voor mensen van ${definition.forWhom.minimumAge} jaar en ouder.`,
        en: `This pathway is for people of ${definition.forWhom.minimumAge} and older.`,
      },
      [{ place: 'ServiceRequest.subject', text: 'Too young', code: 'business-rule' }],
    );
  }
  // Nobody needs their own consent to ask for help (BW 7:457 is about passing on what another keeps secret).
  if (byThemself(change, request)) return settleOwnWish(ground, trx, change, request, definition);
  const consent = await consentFor(trx, change, hopOf(request) === 'first' ? 'bw-7-457' : 'gdpr-6-9');
  if (!consent.ok) return consent;
  return hopOf(request) === 'first'
    ? settleFirst(definition, change, request)
    : settleSecond(ground, trx, change, request);
}

async function settleSecond(ground: PathwayGround, trx: Trx, change: Change, request: Request): Promise<Answer> {
  const row = await loadCase(trx, change.resident, caseOf(request));
  if (!row)
    return fail('unprocessable', 'basedOn must name the first request of a case of this resident.', [
      { place: 'ServiceRequest.basedOn', text: 'No such case', code: 'not-found' },
    ]);
  if (row.closed_at) return fail('conflict', REFUSALS.caseClosed);
  const candidates = (request.performer ?? []).map((ref) => idIn(ref.reference));
  if (
    candidates.length === 0 ||
    new Set(candidates).size !== candidates.length ||
    candidates.some((id) => !ground.definitions.service(id))
  ) {
    return fail('unprocessable', REFUSALS.chooseServices, [
      {
        place: 'ServiceRequest.performer',
        text: 'HealthcareServices of the directory, in order of preference, each once',
        code: 'value',
      },
    ]);
  }
  const needs = codesIn(request.reasonCode, SYSTEM.need).map((code) =>
    ground.definitions.region.needs.find((need) => need.id === code),
  );
  if (needs.length === 0 || needs.includes(undefined))
    return fail('unprocessable', REFUSALS.sayNeeds, [
      { place: 'ServiceRequest.reasonCode', text: `Codes of ${SYSTEM.need}`, code: 'required' },
    ]);
  return ok({ categories: [...new Set(needs.map((need) => need!.category as Category))] });
}

/** The resident's agreement behind a request: an active Consent of the right kind that the request names. */
async function consentFor(trx: Trx, change: Change, kind: string): Promise<Answer> {
  const named = ((change.after as Request).supportingInfo ?? []).map((ref) => idIn(ref.reference));
  for (const row of await loadResources(trx, change.resident, ['Consent'])) {
    if (!named.includes(row.id)) continue;
    const consent = JSON.parse(row.content) as {
      status: string;
      provision?: { type?: string };
      category?: readonly { coding?: readonly { system?: string; code?: string }[] }[];
    };
    const kinds = (consent.category ?? [])
      .flatMap((category) => category.coding ?? [])
      .filter((coding) => coding.system === SYSTEM.consentKind);
    if (
      consent.status === 'active' &&
      consent.provision?.type !== 'deny' &&
      kinds.some((coding) => coding.code === kind)
    )
      return ok({});
  }
  return fail('unprocessable', REFUSALS.recordAgreement, [
    { place: 'ServiceRequest.supportingInfo', text: `Name an active Consent of kind ${kind}`, code: 'required' },
  ]);
}

export async function followNew(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const request = change.after as Request;
  const pathway = pathwayOf(request);
  if (!pathway || hopOf(request) === 'second') return;
  const row = await loadResource(trx, change.resident, 'ServiceRequest', change.id);
  const definition = ground.definitions.pathway(pathway.id, pathway.version);
  await trx.query(
    `insert into pathways."case" (resident_id, id, number, pathway, pathway_version, stage, urgency, reasons, categories, practice, requester_name, team, opened_at)
     values ($1, $2, $3, $4, $5, 'referred', $6, $7, $8, $9, $10, '', $11)`,
    [
      change.resident,
      change.id,
      request.identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value,
      pathway.id,
      pathway.version,
      urgencyOf(definition, request),
      codesIn(request.reasonCode, SYSTEM.reason),
      definition.categories,
      isOwnWish(request) ? `Patient/${change.resident}` : row!.author,
      request.requester?.display ?? change.actor.name,
      change.at,
    ],
  );
  // Who asks for help themself sees their own record already.
  if (isOwnWish(request)) return;
  await openGrant(ground, trx, change.resident, {
    grantee: row!.author,
    relation: 'referrer',
    categories: row!.categories,
    source: change.id,
  });
}
