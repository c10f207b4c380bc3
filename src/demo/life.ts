import type { Region } from '../content/index.ts';
import { administer, colleagueIn, invite, setLeave, stateOf } from '../directory/index.ts';
import type { OversightGround } from '../oversight/index.ts';
import {
  askOtherTeam,
  correctDetails,
  mergeRecords,
  type NewResident,
  openCase,
  recordContact,
  refer,
  registerResident,
  reportDeath,
  takeStep,
  withPathways,
} from '../pathways/index.ts';
import { type Actor, addDays, createAuditWriter, localDate, systemActor, withActor } from '../platform/index.ts';
import { DOOR, must, storyClock } from './case-plot.ts';
import { personaAtWork, residentAtHome } from './case-staff.ts';
import { askTheOfficer, lookAtNight } from './life-privacy.ts';

const TEAM_HENGELO = 'voorbeeld-welzijn-hengelo-team';
const HOME = { postcode: '7521 AB', city: 'Enschede', municipality: 'Enschede', phone: '085 000 0110' } as const;

/** Whose lives change in the demo; nobody real bears these names. */
const PEOPLE = {
  moved: person('Johan', 'Voorbeeldberg', 'male', '1957-05-17', 'Voorbeeldstraat 71'),
  moves: person('Ria', 'Voorbeeldwijk', 'female', '1962-08-03', 'Voorbeeldstraat 73'),
  died: person('Gerard', 'Voorbeeldhuis', 'male', '1939-11-21', 'Voorbeeldstraat 75'),
  twice: person('Elisabeth', 'Voorbeeldlaan', 'female', '1950-02-09', 'Voorbeeldstraat 77'),
  again: person('Bep', 'Voorbeeldlaan-Proef', 'female', '1950-02-09', 'Voorbeeldstraat 77'),
} as const satisfies Readonly<Record<string, NewResident>>;

function person(
  given: string,
  family: string,
  gender: 'female' | 'male',
  birthDate: string,
  street: string,
): NewResident {
  return { given, family, gender, birthDate, street, language: 'nl', ...HOME };
}

/** A resident of these stories with their case. */
export type Told = { readonly resident: string; readonly caseId: string; readonly name: string };

/**
 * Lets happen in the demo what happens in a life and in an organisation, so that each page about it shows something: a
 * leave with cover, an open invitation, a move handed over and one that waits, a death, a merging, requests to the
 * privacy officer, and looking that is flagged. Through the same doors as people. Done once.
 */
export async function seedLife(ground: OversightGround, region: Region, publicUrl: string): Promise<boolean> {
  const known = await withActor(ground, systemActor('demo'), { kind: 'region' }, async (trx) => {
    const { rowCount } = await trx.query("select 1 from record.person where family_key = 'voorbeeldberg' limit 1");
    return rowCount === 1;
  });
  if (known) return false;
  const at = (id: string) => personaAtWork(region, id);
  await awayWithCover(ground, at('admin-hengelo'));
  const roles = [{ code: 'welfare-coach' as const, services: ['HealthcareService/voorbeeld-welzijn-enschede-noord'] }];
  const newcomer = { given: 'Nora', family: 'Voorbeeldstein', mail: 'nora.voorbeeldstein@example.org', roles };
  must(await invite(ground, at('admin-welzijn'), newcomer, publicUrl, DOOR));

  const { clock, on } = storyClock(ground, 12);
  const then = withPathways({ ...ground, clock, audit: createAuditWriter(ground.pool, clock) });
  const [nurse, coach] = [at('nurse-enschede'), at('coach-noord')];
  const told: Record<string, Told> = {};
  for (const [key, who] of Object.entries(PEOPLE)) told[key] = await accepted(then, nurse, coach, who);
  const { moved, moves, died, twice, again } = told as Record<keyof typeof PEOPLE, Told>;
  on(4);
  for (const one of [moved, moves])
    must(
      await correctDetails(
        then,
        residentAtHome(one.resident, one.name),
        {
          resident: one.resident,
          details: {
            ...HOME,
            mail: '',
            street: 'Voorbeeldplein 3',
            postcode: '7551 AB',
            city: 'Hengelo',
            municipality: 'Hengelo',
          },
        },
        DOOR,
      ),
    );
  on(1);
  const { task } = must(await askOtherTeam(then, coach, { ...moved, said: 'yes', team: TEAM_HENGELO }, DOOR));
  on(1);
  must(await takeStep(then, at('coordinator-hengelo'), { task, to: 'accepted' }, DOOR));
  must(await mergeRecords(then, nurse, { ends: again, goesOn: twice, checked: true }, DOOR));
  on(2);
  must(await reportDeath(then, nurse, { ...died, on: addDays(localDate(clock.now()), -1) }, DOOR));
  await askTheOfficer(ground, { officer: at('privacy-officer'), moves, moved, twice });
  await lookAtNight(ground, at('coach-noord-colleague'), [moves, twice, again]);
  return true;
}

async function accepted(ground: OversightGround, nurse: Actor, coach: Actor, who: NewResident): Promise<Told> {
  const { resident } = must(await registerResident(ground, nurse, who, DOOR));
  const referral = {
    resident,
    pathway: 'welzijn-op-recept',
    reasons: ['psychosocial'],
    urgency: 'routine',
    agreed: true,
  };
  const { caseId } = must(await refer(ground, nurse, referral, DOOR));
  const task = must(await openCase(ground, nurse, { resident, caseId }, DOOR)).firstTask!.id!;
  must(await takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
  must(await recordContact(ground, coach, { resident, caseId, kind: 'phone', outcome: 'spoken' }, DOOR));
  return { resident, caseId, name: `${who.given} ${who.family}` };
}

/** A coach of Hengelo is on leave, and a colleague of the same team takes over. */
async function awayWithCover(ground: OversightGround, admin: Actor): Promise<void> {
  const away = 'Practitioner/two-employers';
  const today = localDate(ground.clock.now());
  const seen = must(
    await administer(ground, admin, DOOR, async (trx) => {
      const colleague = await colleagueIn(ground, trx, admin, away);
      return colleague ? stateOf(colleague) : '';
    }),
  );
  const leave = {
    kind: 'leave',
    from: addDays(today, -1),
    until: addDays(today, 12),
    cover: 'Practitioner/coordinator-hengelo',
  } as const;
  must(await setLeave(ground, admin, { person: away, seen, leave }, DOOR));
}
