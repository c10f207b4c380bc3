import { type Found, parametersOf, type Search, searchFor } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, ok, type Result } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { lookUp } from '../person.ts';
import { type Elsewhere, searchResources } from './search.ts';

/** An exact BSN is a look-up: with a relation the Patient, without one name, birth date and postcode only (tagged SUBSETTED). */
export async function searchByBsn(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  bsn: string,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Found>> {
  const found = await lookUp(ground, actor, { by: 'bsn', bsn }, door);
  if (!found.ok) return found.problem === ABSENT ? ok({ entries: [], next: undefined }) : found;
  if (!found.value) return ok({ entries: [], next: undefined });
  const { resident, given, family, birthDate, postcode } = found.value;
  const parameter = parametersOf('Patient').get('_id')!;
  const byId = searchFor('Patient', [{ kind: 'match', parameter, modifier: undefined, values: [resident] }]);
  const related = await searchResources(ground, actor, { ...byId, results: search.results }, door, elsewhere);
  if (related.ok && related.value.entries.length > 0) return related;
  const glimpse = {
    resourceType: 'Patient',
    id: resident,
    meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }] },
    name: [{ family, given: given.split(' ').filter(Boolean) }],
    birthDate,
    ...(postcode ? { address: [{ postalCode: postcode }] } : {}),
  };
  return ok({
    entries: [
      { text: JSON.stringify(glimpse), id: resident, type: 'Patient', version: 0, lastUpdated: ground.clock.now() },
    ],
    next: undefined,
    subsetted: true,
  });
}
