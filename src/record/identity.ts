import { BSN_SYSTEM, isBsn, mayHoldBsn, type Resource, type Sealed, takeBsn } from '../fhir/index.ts';
import { CATEGORIES, findHash, grantFacets, type Problem, Refusal, type Trx, ulid } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';

/** A problem where what goes by the name of a BSN is none; each place is named. */
export function checkBsns(resource: Resource): Problem | undefined {
  if (!mayHoldBsn(JSON.stringify(resource))) return undefined;
  const { taken } = takeBsn(resource);
  const wrong = Object.entries(taken ?? {}).filter(([, value]) => !isBsn(value));
  return wrong.length === 0
    ? undefined
    : {
        kind: 'unprocessable',
        text: {
          nl: 'Dit is geen geldig BSN. Een BSN heeft negen cijfers; kijk het na op het document.',
          en: 'This is not a valid BSN. A BSN has nine digits; check it on the document.',
        },
        at: wrong.map(([pointer]) => ({
          place: `${resource.resourceType}${pointer.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}.value`,
          text: 'Not a valid BSN',
          code: 'value',
        })),
      };
}

/** A resident sees their own record from the moment there is one. */
export async function giveSelf(ground: RecordGround, trx: Trx, resident: string): Promise<void> {
  const { whole, own, purpose } = grantFacets('self', ground.access);
  await trx.query({
    name: 'give',
    text: 'select platform.give($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null)',
    values: [
      resident,
      ulid(ground.clock),
      `Patient/${resident}`,
      'self',
      CATEGORIES,
      whole,
      own,
      purpose,
      resident,
      ground.clock.now(),
    ],
  });
}

/** A Patient's BSN is claimed before the Patient is written; who comes second learns only to check the document. */
export async function claimIdentity(
  ground: RecordGround,
  trx: Trx,
  resident: string,
  taken: Sealed | undefined,
  before: Resource | undefined,
): Promise<void> {
  const now = new Set(Object.values(taken ?? {}));
  const then = new Set(Object.values(before ? (takeBsn(before).taken ?? {}) : {}));
  for (const bsn of now) {
    if (then.has(bsn)) continue;
    const { rows } = await trx.query({
      name: 'claim',
      text: 'select record.claim_identity($1, $2, $3) as mine',
      values: [BSN_SYSTEM, findHash(ground.keys, BSN_SYSTEM, bsn), resident],
    });
    if (!rows[0].mine) throw new Refusal(MAY_EXIST);
  }
  for (const bsn of then) {
    if (!now.has(bsn))
      await trx.query('select record.release_identity($1, $2, $3)', [
        BSN_SYSTEM,
        findHash(ground.keys, BSN_SYSTEM, bsn),
        resident,
      ]);
  }
}

/** Lets go of every BSN of a Patient that is removed. */
export async function releaseIdentity(
  ground: RecordGround,
  trx: Trx,
  resident: string,
  patient: Resource,
): Promise<void> {
  await claimIdentity(ground, trx, resident, undefined, patient);
}

/** Said where a person may exist already; shows nobody (LAW 5). */
export const MAY_EXIST: Problem = {
  kind: 'conflict',
  text: {
    nl: 'Deze persoon staat misschien al in Omzien. Kijk het document en het BSN na en zoek opnieuw.',
    en: 'This person may be in Omzien already. Check the document and the BSN and search again.',
  },
};
