import {
  checkIdentity,
  decideRequest,
  enterRequest,
  makeRequest,
  type OversightGround,
  requestKey,
  watchDay,
} from '../oversight/index.ts';
import { openCase, withPathways } from '../pathways/index.ts';
import { type Actor, addDays, createAuditWriter, fixedClock, localDate, localInstant } from '../platform/index.ts';
import { DOOR, must } from './case-plot.ts';
import { residentAtHome } from './case-staff.ts';
import type { Told } from './life.ts';

/** Requests to the privacy officer: to see, to correct and to erase, new, known who asks, granted, and refused in part. */
export async function askTheOfficer(
  ground: OversightGround,
  who: { readonly officer: Actor; readonly moves: Told; readonly moved: Told; readonly twice: Told },
): Promise<void> {
  const { officer, moves, moved, twice } = who;
  const as = (one: Told): Actor => residentAtHome(one.resident, one.name);
  const today = localDate(ground.clock.now());
  must(
    await makeRequest(
      ground,
      as(moves),
      { kind: 'see', said: 'Ik wil graag alles lezen wat over mij is opgeschreven.' },
      DOOR,
    ),
  );

  const byTelephone = { resident: moved.resident, via: 'phone', receivedOn: today, identity: '' } as const;
  must(
    await enterRequest(ground, officer, { ...byTelephone, kind: 'correct', said: 'Het huisnummer klopt niet.' }, DOOR),
  );

  const street = 'Voorbeeldstraat 79';
  const wrong = must(
    await makeRequest(ground, as(twice), { kind: 'correct', said: `Ik woon op ${street}, niet op 77.` }, DOOR),
  );
  const granted = { decision: 'granted', reasons: [], told: 'U hebt gelijk. Wij hebben het adres verbeterd.' } as const;
  must(await decideRequest(ground, officer, requestKey(wrong), { ...granted, parts: [], details: { street } }, DOOR));

  const onPaper = { resident: moves.resident, via: 'paper', receivedOn: addDays(today, -6), identity: '' } as const;
  const erase = must(
    await enterRequest(ground, officer, { ...onPaper, kind: 'erase', said: 'Haal alles over mij weg.' }, DOOR),
  );
  must(await checkIdentity(ground, officer, erase, 'Paspoort gezien aan de balie', DOOR));
  const told = 'De praktijk moet het dossier van zorg bewaren.';
  const refused = { decision: 'refused', reasons: ['care-duty'], told, parts: [] } as const;
  must(await decideRequest(ground, officer, erase, refused, DOOR));
}

/** Somebody opens cases in the middle of the night before; the rules of the region flag it. */
export async function lookAtNight(ground: OversightGround, worker: Actor, opened: readonly Told[]): Promise<void> {
  const yesterday = addDays(localDate(ground.clock.now()), -1);
  const night = fixedClock(localInstant(yesterday, '02:40').toISOString());
  const then = withPathways({ ...ground, clock: night, audit: createAuditWriter(ground.pool, night) });
  for (const one of opened) {
    must(await openCase(then, worker, one, DOOR));
    night.advance(60_000);
  }
  await watchDay(ground, yesterday);
}
