import type { Resource } from '../../fhir/index.ts';
import {
  ageOn,
  asLocalDate,
  type Category,
  fail,
  localDate,
  ok,
  type Problem,
  type Text,
  type Trx,
} from '../../platform/index.ts';
import {
  type Change,
  loadResource,
  loadResources,
  type Settled,
  updateInside,
  type WritePort,
} from '../../record/index.ts';
import { closeGrants, limitGrants, openGrant } from '../access.ts';
import { teamAtHome } from '../area.ts';
import { loadCase, loadParts } from '../case-store.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { requestEvents } from '../happenings.ts';
import { isOpen } from '../model/index.ts';
import { happened, refreshCase } from '../refresh.ts';
import { REFUSALS } from '../refusals.ts';
import {
  type Concept,
  caseNumber,
  caseOf,
  codesIn,
  hopOf,
  idIn,
  isDeath,
  isOwnWish,
  isRunning,
  pathwayOf,
  type Request,
  requestStopReason,
  SYSTEM,
  urgencyOf,
  withStopReason,
} from '../shapes.ts';
import { ENGINE, ENGINE_WRITE } from './engine.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** The port of the requests: who may be referred, on which pathway version, with whose agreement; and what a closing takes along. */
export function requestPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-requests',
    types: ['ServiceRequest'],
    settle: (_record, trx, change) =>
      change.kind === 'create' ? settleNew(groundOf(), trx, change) : settleNext(trx, change),
    follow: (_record, trx, change) =>
      change.kind === 'create' ? followNew(groundOf(), trx, change) : followNext(groundOf(), trx, change),
  };
}

async function settleNew(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
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

/** A resident asks for help themself: through their own sign-in, or in the record of a partner's system. */
function byThemself(change: Change, request: Request): boolean {
  if (change.actor.role === 'resident') return true;
  return change.actor.role === 'system' && request.requester?.reference === `Patient/${change.resident}`;
}

/**
 * A wish of the resident's own: on a pathway that takes them, for the team of where they live, without a haste of their
 * own choosing, and not twice.
 */
async function settleOwnWish(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Request,
  definition: ReturnType<PathwayGround['definitions']['pathway']>,
): Promise<Answer> {
  if (!definition.self || hopOf(request) !== 'first')
    return fail('unprocessable', OWN_WISH.notHere, [
      { place: 'ServiceRequest.instantiatesCanonical', text: 'Not a pathway residents ask for', code: 'business-rule' },
    ]);
  const { rows } = await trx.query<{ number: string }>(
    'select number from pathways."case" where resident_id = $1 and pathway = $2 and closed_at is null limit 1',
    [change.resident, definition.id],
  );
  if (rows[0]) return fail('conflict', OWN_WISH.running(rows[0].number));
  const team = await teamAtHome(ground, trx, change.resident);
  if (!team) return fail('conflict', OWN_WISH.elsewhere);
  const first = settleFirst(definition, change, request);
  if (!first.ok) return first;
  const { supportingInfo: _supportingInfo, ...rest } = (first.value.resource ?? request) as Request;
  const resource = {
    ...rest,
    priority: 'routine',
    requester: { reference: `Patient/${change.resident}`, display: 'De inwoner zelf' },
    performer: [{ reference: `HealthcareService/${team}`, display: ground.definitions.organisationName(team) }],
  };
  return ok({ ...first.value, resource: resource as unknown as Resource });
}

const OWN_WISH = {
  notHere: {
    nl: 'Hier kunt u niet zelf om vragen. Vraag het uw praktijk.',
    en: 'You cannot ask for this yourself. Ask your practice.',
  },
  running: (number: string) => ({
    nl: `Er loopt al een aanvraag voor u (zaak ${number}). U hoeft niets opnieuw te vragen.`,
    en: `A request for you is running already (case ${number}). You need not ask again.`,
  }),
  elsewhere: {
    nl: 'Wij weten niet welk team bij uw adres hoort. Kijk of uw adres klopt, of bel uw praktijk.',
    en: 'We do not know which team goes with your address. Check your address, or call your practice.',
  },
} as const;

function settleFirst(
  definition: ReturnType<PathwayGround['definitions']['pathway']>,
  change: Change,
  request: Request,
): Answer {
  const reasons = codesIn(request.reasonCode, SYSTEM.reason);
  const known = reasons.filter((code) => definition.reasons.some((reason) => reason.code === code));
  if (known.length === 0 || known.length !== reasons.length) {
    return fail('unprocessable', REFUSALS.chooseReasons, [
      {
        place: 'ServiceRequest.reasonCode',
        text: `Codes of ${SYSTEM.reason}: ${definition.reasons.map((reason) => reason.code).join(', ')}`,
        code: 'required',
      },
    ]);
  }
  const categories = [
    ...new Set(known.map((code) => definition.reasons.find((reason) => reason.code === code)!.category as Category)),
  ];
  const number = { system: SYSTEM.caseNumber, value: caseNumber(definition, change.id) };
  const identifier = [...(request.identifier ?? []).filter((one) => one.system !== SYSTEM.caseNumber), number];
  return ok({ resource: { ...request, identifier } as Resource, categories });
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

async function followNew(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
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

const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  draft: ['active', 'revoked', 'entered-in-error'],
  active: ['on-hold', 'completed', 'revoked', 'entered-in-error'],
  'on-hold': ['active', 'completed', 'revoked', 'entered-in-error'],
  completed: ['entered-in-error'],
  revoked: ['entered-in-error'],
};

/** Opened again by hand, after a death that was a mistake: the rules alone take that step back. */
const REOPENED = { from: 'revoked', to: 'active' } as const;

async function settleNext(trx: Trx, change: Change): Promise<Answer> {
  const [before, after] = [change.before as Request, change.after as Request];
  if (!pathwayOf(before)) return ok({});
  const fixed = (request: Request) =>
    JSON.stringify([
      request.basedOn,
      request.instantiatesCanonical,
      request.subject,
      request.reasonCode,
      request.performer,
    ]);
  if (fixed(before) !== fixed(after))
    return fail('unprocessable', 'What a request asks does not change. Withdraw it and make a new one.', [
      {
        place: 'ServiceRequest',
        text: 'basedOn, instantiatesCanonical, subject, reasonCode and performer stay as they are',
        code: 'business-rule',
      },
    ]);
  if (before.status === after.status)
    return change.actor.role === 'system' || (await isOwn(trx, change))
      ? ok({})
      : fail('absent', REFUSALS.notYourReferral);
  if (change.follows && before.status === REOPENED.from && after.status === REOPENED.to) return ok({});
  if (!MAY_BECOME[before.status]?.includes(after.status))
    return fail(
      'conflict',
      ENDED_WORDS[before.status] ?? {
        nl: `Van ${before.status} kan niet naar ${after.status}.`,
        en: `From ${before.status} there is no way to ${after.status}.`,
      },
    );
  const own = change.actor.role === 'system' || (await isOwn(trx, change));
  const byResident = change.actor.role === 'resident' && after.status === 'revoked';
  const byCoordinator = change.actor.role === 'coordinator' && after.status === 'entered-in-error';
  if (!own && !byResident && !byCoordinator) return fail('absent', REFUSALS.notYourReferral);
  if (after.status === 'completed') {
    const { tasks, requests } = await loadParts(trx, change.resident, caseOf(before));
    const open = tasks.some(
      (task) => idIn(task.resource.focus?.reference) === change.id && isOpen(task.resource.status),
    );
    const onward =
      hopOf(before) === 'first' && requests.some((one) => one.row.id !== change.id && isRunning(one.resource));
    if (open || onward) return fail('conflict', REFUSALS.stillRuns);
  }
  return ok({});
}

/** True where the actor's practice or team made the request; nobody else changes what it says. */
async function isOwn(trx: Trx, change: Change): Promise<boolean> {
  const author = (await loadResource(trx, change.resident, 'ServiceRequest', change.id))?.author ?? '';
  return author !== '' && (author === change.actor.organisation || change.actor.services.includes(author));
}

const ENDED_WORDS: Readonly<Record<string, Text>> = {
  completed: REFUSALS.referralClosed,
  revoked: REFUSALS.referralWithdrawn,
  'entered-in-error': REFUSALS.referralMistake,
};

async function followNext(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const [before, after] = [change.before as Request, change.after as Request];
  if (!pathwayOf(before) || before.status === after.status) return;
  const caseId = caseOf(after);
  const first = hopOf(after) === 'first';
  if (after.status === 'revoked' || after.status === 'entered-in-error') {
    const mistake = after.status === 'entered-in-error';
    const reason =
      requestStopReason(after) ??
      stopConcept(ground.definitions, after, unsaid(mistake, change.actor.role === 'resident'));
    await takeAlong(ground, trx, change, caseId, first, mistake, reason);
    if (first && isDeath(reason)) await closeLater(ground, trx, change.resident, caseId);
    else if (first) await closeGrants(ground, trx, change.resident, { source: caseId, reason: after.status });
    // Also of a Task that had ended well: whoever helped no longer has a relation once the request is gone.
    const { tasks } = await loadParts(trx, change.resident, caseId);
    for (const task of tasks.filter((one) => idIn(one.resource.focus?.reference) === change.id))
      await closeGrants(ground, trx, change.resident, { source: task.row.id, reason: after.status });
  }
  for (const event of requestEvents(first, before.status, after.status))
    await happened(trx, { resident: change.resident, caseId, event, at: change.at, told: change });
  if (after.status === 'completed') {
    if (first) {
      await closeGrants(ground, trx, change.resident, { relation: 'case-team', source: caseId, reason: 'completed' });
      await closeGrants(ground, trx, change.resident, { relation: 'referrer', source: caseId, reason: 'completed' });
    } else {
      const { tasks } = await loadParts(trx, change.resident, caseId);
      for (const task of tasks.filter((one) => idIn(one.resource.focus?.reference) === change.id))
        await closeGrants(ground, trx, change.resident, { source: task.row.id, reason: 'completed' });
    }
  }
  await refreshCase(ground, trx, change.resident, caseId);
}

/** After a death the practice and the team may read for some days: there is still somebody to call, and a mistake to undo. */
async function closeLater(ground: PathwayGround, trx: Trx, resident: string, caseId: string): Promise<void> {
  const until = new Date(ground.clock.now().getTime() + ground.definitions.daysAfterDeath * 86_400_000);
  await limitGrants(trx, resident, { relations: ['referrer', 'case-team'], source: caseId, until });
}

/** The reason where nobody gave one: a mistake, a change of mind, or no longer needed. */
function unsaid(mistake: boolean, byResident: boolean): string {
  if (mistake) return 'wrong-details';
  return byResident ? 'changed-mind' : 'not-needed';
}

/** What a withdrawal or an undoing takes along: the requests that are based on it, and their Tasks. */
async function takeAlong(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  caseId: string,
  first: boolean,
  mistake: boolean,
  reason: Concept,
): Promise<void> {
  const { requests, tasks } = await loadParts(trx, change.resident, caseId);
  for (const task of tasks) {
    if (idIn(task.resource.focus?.reference) !== change.id) continue;
    const to = mistake ? 'entered-in-error' : 'cancelled';
    if (task.resource.status === to || (!mistake && !isOpen(task.resource.status))) continue;
    const resource = {
      ...task.resource,
      status: to,
      statusReason: task.resource.statusReason ?? reason,
      lastModified: change.at.toISOString(),
    } as Resource;
    await updateInside(
      ground,
      trx,
      ENGINE,
      { resource, resident: change.resident, id: task.row.id, follows: true, ...ENGINE_WRITE },
      { door: 'job' },
    );
  }
  if (!first) return;
  for (const request of requests) {
    const to = mistake ? 'entered-in-error' : 'revoked';
    if (request.row.id === change.id || request.resource.status === to) continue;
    if (!mistake && !isRunning(request.resource)) continue;
    await updateInside(
      ground,
      trx,
      ENGINE,
      {
        resource: { ...withStopReason(request.resource, reason), status: to } as Resource,
        resident: change.resident,
        id: request.row.id,
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
  }
}
