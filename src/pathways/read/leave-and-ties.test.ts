import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, shippedRegion, testPathways } from '../../../test/support/pathways.ts';
import { keptTies } from '../../directory/index.ts';
import { putTies } from '../../directory/tables.ts';
import { asLocalDate, type LocalDate, withActor } from '../../platform/index.ts';
import { onLeave, refer, registerResident } from '../index.ts';
import { tiedTeam } from './tie.ts';

const { nurse, coach, colleague, coordinator } = PEOPLE;
const DOOR = { door: 'page' } as const;
const NOORD = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
const ZUID = 'voorbeeld-welzijn-enschede-zuid';
const BRINK = 'voorbeeldpraktijk-de-brink-enschede';

let made: Awaited<ReturnType<typeof testPathways>>;
before(async () => {
  made = await testPathways();
});
after(() => made.stop());

const away = (person: string, from: string, until: string | null, organisation = coach.organisation) =>
  made.ground.pool.query(
    `insert into directory.leave (id, person, person_name, organisation, kind, from_day, until_day, cover, cover_name, set_by, set_at)
     values ($1, $2, 'Wilma Voorbeeldsma', $3, 'illness', $4, $5, $6, 'Karim Proefstra', 'Practitioner/admin', now())`,
    [`${person}-${from}-${organisation}`, person, organisation, from, until, colleague.person],
  );
const names = async (day: string, services = [NOORD]) =>
  (await onLeave(made.ground, services, day as LocalDate)).map((one) => [one.person, one.until, one.coverName]);

describe('a colleague who is away', () => {
  it('is known to the team from the first day until the last, with who takes over, and not why', async () => {
    await away(coach.person, '2026-12-01', '2026-12-14');
    assert.deepEqual(await names('2026-11-30'), []);
    assert.deepEqual(await names('2026-12-01'), [[coach.person, '2026-12-14', 'Karim Proefstra']]);
    assert.deepEqual(await names('2026-12-14'), [[coach.person, '2026-12-14', 'Karim Proefstra']]);
    assert.deepEqual(await names('2026-12-15'), []);
    const [one] = await onLeave(made.ground, [NOORD], asLocalDate('2026-12-02'));
    assert.doesNotMatch(JSON.stringify(one), /illness|kind/);
  });

  it('is not known to another team, and nothing of their other employer is', async () => {
    assert.deepEqual(await names('2026-12-02', [`HealthcareService/${ZUID}`]), []);
    await away(coordinator.person, '2026-12-01', null, 'Organization/elders');
    assert.equal((await names('2026-12-02')).length, 1);
    await away(coordinator.person, '2026-12-01', null);
    assert.equal((await names('2027-12-02')).length, 1, 'nobody knows yet until when');
  });
});

describe('the fixed team of a practice', () => {
  const referFrom = async (family: string) => {
    const person = await registerResident(
      made.ground,
      nurse,
      {
        given: 'Anna',
        family,
        birthDate: '1948-03-02',
        gender: 'female',
        street: 'Voorbeeldstraat 1',
        postcode: '7511 AB',
        city: 'Enschede',
        municipality: 'Enschede',
        language: 'nl',
      },
      DOOR,
    );
    assert.ok(person.ok);
    const referred = await refer(
      made.ground,
      nurse,
      {
        resident: person.value.resident,
        pathway: 'welzijn-op-recept',
        reasons: ['psychosocial'],
        urgency: 'routine',
        agreed: true,
      },
      DOOR,
    );
    assert.ok(referred.ok, JSON.stringify(referred));
    return referred.value;
  };
  const teamOf = async (resident: string) =>
    withActor(made.ground, { ...nurse, role: 'system' }, { kind: 'region' }, async (trx) => {
      const { rows } = await trx.query('select team from pathways."case" where resident_id = $1', [resident]);
      return rows[0]?.team;
    });

  it('is what the content says until somebody changes it; then a new referral goes to the new team and a running case stays', async () => {
    const before = await referFrom('Eerst');
    assert.equal(await teamOf(before.resident), NOORD);
    const put = () => withActor(made.ground, nurse, { kind: 'none' }, (trx) => putTies(trx, shippedRegion()));
    await put();
    await made.ground.pool.query(
      `update directory.tie set service = $2, coach = 'Practitioner/x', coach_name = 'Zwanet', edited_at = now() where practice = $1`,
      [BRINK, ZUID],
    );
    const changed = await referFrom('Later');
    assert.equal(await teamOf(changed.resident), `HealthcareService/${ZUID}`);
    assert.equal(await teamOf(before.resident), NOORD);
    assert.equal(await put(), 0, 'the content does not overwrite what people changed');
    const told = await keptTies(made.ground.pool, shippedRegion().ties);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /de-brink-enschede stays with voorbeeld-welzijn-enschede-zuid/);
    assert.deepEqual(await tiedTeam(made.ground, BRINK), { team: ZUID, coach: 'Practitioner/x', coachName: 'Zwanet' });
  });
});
