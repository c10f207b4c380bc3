import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { asLocalDate, holidayCalendar, localInstant, NOBODY } from '../../platform/index.ts';
import { houseNumber, type Known, type Line, outside, unusual } from './looking.ts';

const rules = shippedRegion().oversight.looking;
const holidays = holidayCalendar([{ rule: 'christmas' }], []);
const ORGANISATION = 'Organization/voorbeeld-welzijn-enschede';

let count = 0;
const line = (fields: Partial<Line> & { readonly day?: string; readonly time?: string } = {}): Line => {
  const { day = '2026-11-24', time = '10:00', ...rest } = fields;
  count += 1;
  return {
    id: `l${count}`,
    at: localInstant(asLocalDate(day), time),
    resident: 'r1',
    person: 'Practitioner/wilma',
    personName: 'Wilma Koetsier',
    role: 'welfare-coach',
    organisation: ORGANISATION,
    action: 'opened',
    allowed: true,
    purpose: 'support-referral',
    ...rest,
  };
};
const known = (fields: Partial<Known> = {}): Known => ({
  residents: new Map([['r1', { home: 'h1', identity: 'i1', family: 'zomer' }]]),
  workers: new Map([['Practitioner/wilma', { home: 'h9', family: 'koetsier' }]]),
  atWork: new Map(),
  wellKnown: new Set(),
  usual: new Map([['Practitioner/wilma', { own: 4, team: 4 }]]),
  acted: new Set(['Practitioner/wilma|r1']),
  ...fields,
});
const rulesOf = (lines: readonly Line[], facts: Known = known()) =>
  unusual(lines, facts, rules, holidays).map((flag) => flag.rule);

describe('looking is flagged', () => {
  it('at somebody who lives at the worker’s own stated address, and cannot be where none was stated', () => {
    const at = (home: string | undefined) =>
      rulesOf([line()], known({ workers: new Map([['Practitioner/wilma', { home, family: 'koetsier' }]]) }));
    assert.deepEqual(at('h1'), ['neighbour']);
    assert.deepEqual(at(undefined), []);
  });
  it('at a colleague of the same organisation, and at one’s own record, but not at somebody who works elsewhere', () => {
    const at = (person: string, organisation: string) =>
      rulesOf([line()], known({ atWork: new Map([['r1', { person, organisations: [organisation] }]]) }));
    assert.deepEqual(at('Practitioner/other', ORGANISATION), ['colleague']);
    assert.deepEqual(at('Practitioner/wilma', ORGANISATION), ['own-record']);
    assert.deepEqual(at('Practitioner/other', 'Organization/elders'), []);
  });
  it('at the same family name, unless half the region has it', () => {
    const at = (family: string) =>
      rulesOf(
        [line()],
        known({
          residents: new Map([['r1', { home: undefined, identity: 'i1', family }]]),
          workers: new Map([['Practitioner/wilma', { home: undefined, family }]]),
        }),
      );
    assert.deepEqual(at('zonneschijn'), ['same-name']);
    assert.deepEqual(at('jansen'), []);
  });
  it('at a well-known person, and at every use of break-glass', () => {
    assert.deepEqual(rulesOf([line()], known({ wellKnown: new Set(['i1']) })), ['well-known']);
    assert.deepEqual(rulesOf([line({ purpose: 'emergency' })]), ['break-glass']);
  });
  it('in the evening, in the weekend and on a holiday; a practice that is open later has its own hours', () => {
    assert.deepEqual(rulesOf([line({ time: '20:30' })]), ['hours']);
    assert.deepEqual(rulesOf([line({ day: '2026-11-28' })]), ['hours']);
    assert.deepEqual(rulesOf([line({ day: '2026-12-25' })]), ['hours']);
    assert.deepEqual(rulesOf([line({ time: '19:59' })]), []);
    const practice = 'Organization/voorbeeldpraktijk-de-brink-enschede';
    assert.equal(outside(line({ time: '20:30', organisation: practice }), rules, holidays), false);
  });
  it('at many more people than this person and this team do on a usual day, and not of somebody new', () => {
    const many = Array.from({ length: 16 }, (_, n) => line({ resident: `m${n}` }));
    const acted = new Set(many.map((one) => `${one.person}|${one.resident}`));
    assert.deepEqual(rulesOf(many, known({ acted })), ['volume']);
    const busy = new Map([['Practitioner/wilma', { own: 4, team: 9 }]]);
    assert.deepEqual(rulesOf(many, known({ acted, usual: busy })), []);
    assert.deepEqual(rulesOf(many, known({ acted, usual: new Map() })), []);
  });
  it('at people for whom nothing was done', () => {
    const idle = Array.from({ length: 5 }, (_, n) => line({ resident: `n${n}` }));
    assert.deepEqual(rulesOf(idle), ['without-act']);
    assert.deepEqual(rulesOf(idle.slice(1)), []);
  });
  it('when refused five times in ten minutes, not when that took a day', () => {
    const at = (times: readonly string[]) => rulesOf(times.map((time) => line({ time, allowed: false })));
    assert.deepEqual(at(['10:00', '10:02', '10:04', '10:06', '10:09']), ['denied']);
    assert.deepEqual(at(['10:00', '11:02', '12:04', '13:06', '14:09']), []);
  });
  it('when five look-ups found nobody', () => {
    const tries = Array.from({ length: 5 }, () => line({ action: 'looked-up', resident: NOBODY }));
    assert.deepEqual(rulesOf(tries), ['found-nobody']);
    assert.deepEqual(rulesOf(tries.slice(1)), []);
  });
});

describe('a normal week of a normal team', () => {
  it('flags nothing: ten workers, eight residents a day each, in office hours, with something done for them', () => {
    const flags: string[] = [];
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
      const lines: Line[] = [];
      const acted = new Set<string>();
      const usual = new Map<string, { own: number; team: number }>();
      const workers = new Map<string, { home: string | undefined; family: string }>();
      const residents = new Map<string, { home: string | undefined; identity: string; family: string }>();
      for (let worker = 0; worker < 10; worker++) {
        const person = `Practitioner/w${worker}`;
        usual.set(person, { own: 8, team: 8 });
        workers.set(person, { home: undefined, family: `werker${worker}` });
        for (let n = 0; n < 8; n++) {
          const resident = `w${worker}r${n}`;
          residents.set(resident, { home: `huis${resident}`, identity: resident, family: `naam${resident}` });
          if (n < 6) acted.add(`${person}|${resident}`);
          lines.push(line({ day, time: `${String(8 + n).padStart(2, '0')}:15`, person, resident }));
        }
        if (worker % 3 === 0) lines.push(line({ day, person, action: 'looked-up', resident: NOBODY }));
        if (worker % 4 === 0) lines.push(line({ day, person, allowed: false }));
      }
      flags.push(...rulesOf(lines, known({ acted, usual, workers, residents })));
    }
    assert.deepEqual(flags, []);
  });
});

it('a house number is read with its letter', () => {
  assert.equal(houseNumber('Voorbeeldstraat 12 a'), '12A');
  assert.equal(houseNumber('Plein 1944 7'), '7');
  assert.equal(houseNumber('Huize Rust'), undefined);
});
