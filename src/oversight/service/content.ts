import type { RequestKind } from '../../content/index.ts';
import {
  ABSENT,
  type Actor,
  CATEGORIES,
  type Door,
  grantFacets,
  Refusal,
  type Result,
  residentOf,
  systemActor,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { alongWith } from '../../record/index.ts';
import type { OversightGround } from '../ground.ts';
import { type Overview, readOverview } from './overview.ts';
import { refuseWith } from './refusals.ts';
import { addStep, onRequest } from './requests.ts';

/** How long one opening lasts. */
const MINUTES = 60;
const TYPES = [
  'Patient',
  'RelatedPerson',
  'CareTeam',
  'Consent',
  'ServiceRequest',
  'Task',
  'Communication',
  'Appointment',
  'QuestionnaireResponse',
  'Observation',
  'Goal',
  'CarePlan',
] as const;

/**
 * Opens what a record says, for one request of the resident to see or correct it, once it is known who asks (LAW,
 * table: content only through a request, recorded). The resident sees in the log and with the request that it happened.
 */
export async function openContent(
  ground: OversightGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<{ readonly overview: Overview; readonly kind: RequestKind }>> {
  const resident = residentOf(key);
  const opened = await onRequest(ground, actor, key, 'content opened', door, async (trx, request) => {
    if (request.kind !== 'see' && request.kind !== 'correct') throw new Refusal(ABSENT);
    if (request.state !== 'open' && request.state !== 'decided') refuseWith('closed');
    if (!request.identity) refuseWith('identity');
    await addStep(ground, trx, actor, request, 'opened-content');
    return request;
  });
  if (!opened.ok || !resident) return opened.ok ? { ok: false, problem: ABSENT } : opened;
  await withActor(ground, systemActor('oversight'), { kind: 'act', resident }, async (trx) => {
    const at = ground.clock.now();
    const { whole, own, purpose } = grantFacets('request', ground.access);
    for (const one of [resident, ...(await alongWith(trx, resident))])
      await trx.query('select platform.give($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
        one,
        ulid(ground.clock),
        `${actor.person}#request`,
        'request',
        CATEGORIES,
        whole,
        own,
        purpose,
        opened.value.id,
        at,
        new Date(at.getTime() + MINUTES * 60_000),
      ]);
  });
  const read = await readOverview(
    ground,
    { ...actor, mode: 'request' },
    { resident, types: TYPES, detail: 'request', messages: true },
    door,
  );
  return read.ok ? { ok: true, value: { overview: read.value, kind: opened.value.kind } } : read;
}
