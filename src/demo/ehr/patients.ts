import type { Region } from '../../content/index.ts';
import { BSN_SYSTEM } from '../../fhir/index.ts';
import { type Ground, localDate, systemActor, withActor } from '../../platform/index.ts';
import { DEMO_SEED } from '../seed.ts';
import { syntheticResidents } from '../synthetic/index.ts';
import type { EhrPatient } from './ehr.ts';

/** How many of the residents of the demo stand in the practice system too. */
const KNOWN = 3;

type Row = {
  readonly resident_id: string;
  readonly given: string;
  readonly family: string;
  readonly birth_date: string;
  readonly postcode: string | null;
};

/**
 * The patients of the practice system: residents of Enschede for whom the demo makes no case, as their record has them
 * now, and somebody whom Omzien does not know.
 */
export async function ehrPatients(ground: Ground, region: Region, residents: number): Promise<readonly EhrPatient[]> {
  const today = localDate(ground.clock.now());
  const bsns = new Map<string, string>();
  for (const one of syntheticResidents({ count: residents, seed: DEMO_SEED, region, today })) {
    if (bsns.size === KNOWN) break;
    // One in thirty has a case (see cases.ts).
    if (one.municipality === 'enschede' && one.number % 30 !== 7 && one.bsn) bsns.set(one.id, one.bsn);
  }
  const { rows } = await withActor(ground, systemActor('demo'), { kind: 'region' }, (trx) =>
    trx.query<Row>(
      'select resident_id, given, family, birth_date::text, postcode from record.person where resident_id = any ($1::uuid[]) order by resident_id',
      [[...bsns.keys()]],
    ),
  );
  return [
    ...rows.map((row, index) => ({
      id: `pat-${index + 1}`,
      identifier: [{ system: BSN_SYSTEM, value: bsns.get(row.resident_id) }],
      name: [{ use: 'official', family: row.family, given: row.given.split(' ') }],
      birthDate: row.birth_date,
      address: [{ use: 'home', ...(row.postcode ? { postalCode: row.postcode } : {}) }],
    })),
    NEW_HERE,
  ];
}

const NEW_HERE: EhrPatient = {
  id: 'pat-nieuw',
  name: [{ use: 'official', family: 'Voorbeeldnieuw', given: ['Nynke'] }],
  gender: 'female',
  birthDate: '1957-06-21',
  address: [{ use: 'home', postalCode: '7521 AB' }],
};
