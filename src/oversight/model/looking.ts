import type { LookingRules } from '../../content/index.ts';
import { type Holidays, isWorkingDay, localDate, localTime, NOBODY } from '../../platform/index.ts';

/** A line of the log of one day, by somebody at work. */
export type Line = {
  readonly id: string;
  readonly at: Date;
  readonly resident: string;
  readonly person: string;
  readonly personName: string;
  readonly role: string;
  readonly organisation: string;
  readonly action: string;
  readonly allowed: boolean;
  readonly purpose: string;
};

export const RULES = [
  'own-record',
  'neighbour',
  'colleague',
  'same-name',
  'well-known',
  'hours',
  'volume',
  'without-act',
  'denied',
  'found-nobody',
  'break-glass',
] as const;
export type Rule = (typeof RULES)[number];

/** What is known of people, as keys that can be compared and not read. Absent: it cannot be known. */
export type Known = {
  /** Of residents: keys of their address, and of name and birth date; and the part of the family name that counts. */
  readonly residents: ReadonlyMap<
    string,
    { readonly home: string | undefined; readonly identity: string; readonly family: string }
  >;
  /** Of workers: the key of the home they stated, where they did, and their family name. */
  readonly workers: ReadonlyMap<string, { readonly home: string | undefined; readonly family: string }>;
  /** Residents who work somewhere themselves: as whom, and at which organisations. */
  readonly atWork: ReadonlyMap<string, { readonly person: string; readonly organisations: readonly string[] }>;
  readonly wellKnown: ReadonlySet<string>;
  /** How many people somebody opens on a usual day, and their team. Absent: too new to say. */
  readonly usual: ReadonlyMap<string, { readonly own: number; readonly team: number }>;
  /** `person|resident` for whom something was done lately. */
  readonly acted: ReadonlySet<string>;
};

export type Flag = {
  readonly rule: Rule;
  readonly person: string;
  readonly personName: string;
  readonly role: string;
  readonly organisation: string;
  /** The nil uuid where it concerns several people, or nobody. */
  readonly resident: string;
  readonly count: number;
  readonly lines: readonly string[];
};

/** What is unusual in the lines of one day; pure. Once for a person, rule and resident (or for all of them together). */
export function unusual(
  lines: readonly Line[],
  known: Known,
  rules: LookingRules,
  holidays: Holidays,
): readonly Flag[] {
  return [...Map.groupBy(lines, (line) => line.person).values()].flatMap((mine) => [
    ...aboutResidents(mine, known, rules),
    ...aboutTheDay(mine, known, rules, holidays),
  ]);
}

const opens = (line: Line): boolean => line.action === 'opened' && line.allowed && line.resident !== NOBODY;

function flag(rule: Rule, lines: readonly Line[], resident: string, count = lines.length): Flag {
  const { person, personName, role, organisation } = lines[0]!;
  return {
    rule,
    person,
    personName,
    role,
    organisation,
    resident,
    count,
    lines: lines.slice(0, 100).map((one) => one.id),
  };
}

/** Whom somebody opened: themselves, a neighbour, a colleague, the same name, a well-known person; and break-glass. */
function aboutResidents(lines: readonly Line[], known: Known, rules: LookingRules): readonly Flag[] {
  const common = new Set(rules.commonNames);
  return [...Map.groupBy(lines.filter(opens), (line) => line.resident)].flatMap(([resident, some]) => {
    const first = some[0]!;
    const [them, me, work] = [
      known.residents.get(resident),
      known.workers.get(first.person),
      known.atWork.get(resident),
    ];
    const found: Rule[] = [];
    if (work?.person === first.person) found.push('own-record');
    else if (work?.organisations.includes(first.organisation)) found.push('colleague');
    if (me?.home && me.home === them?.home) found.push('neighbour');
    if (me?.family && me.family === them?.family && !common.has(me.family)) found.push('same-name');
    if (them && known.wellKnown.has(them.identity)) found.push('well-known');
    if (some.some((line) => line.purpose === 'emergency')) found.push('break-glass');
    return found.map((rule) => flag(rule, some, resident));
  });
}

/** How the day went: at what hours, how many people, nothing done for them, refused in a row, found nobody. */
function aboutTheDay(lines: readonly Line[], known: Known, rules: LookingRules, holidays: Holidays): readonly Flag[] {
  const flags: Flag[] = [];
  const opened = lines.filter(opens);
  const people = new Set(opened.map((line) => line.resident));
  const late = opened.filter((line) => outside(line, rules, holidays) && line.purpose !== 'emergency');
  if (late.length > 0) flags.push(flag('hours', late, NOBODY));
  const usual = opened[0] && known.usual.get(opened[0].person);
  if (
    people.size >= rules.volume.atLeast &&
    usual &&
    people.size > rules.volume.times * usual.own &&
    people.size > rules.volume.times * usual.team
  )
    flags.push(flag('volume', opened, NOBODY, people.size));
  const idle = opened.filter((line) => !known.acted.has(`${line.person}|${line.resident}`));
  const idlePeople = new Set(idle.map((line) => line.resident)).size;
  if (idlePeople >= rules.withoutAct.people) flags.push(flag('without-act', idle, NOBODY, idlePeople));
  const row = deniedInARow(lines, rules);
  if (row.length > 0) flags.push(flag('denied', row, NOBODY));
  const nobody = lines.filter((line) => line.action === 'looked-up' && line.resident === NOBODY);
  if (nobody.length >= rules.foundNobody.times) flags.push(flag('found-nobody', nobody, NOBODY));
  return flags;
}

/** Whether it was outside the hours in which this organisation works. */
export function outside(line: Pick<Line, 'at' | 'organisation'>, rules: LookingRules, holidays: Holidays): boolean {
  const own = rules.otherHours.find((one) => line.organisation === `Organization/${one.organisation}`);
  const { from, until } = own ?? rules.hours;
  const day = localDate(line.at);
  const works = isWorkingDay(day, holidays) || (own?.weekend === true && !holidays.has(day));
  const time = localTime(line.at);
  return !works || time < from || time >= until;
}

/** The first run of refusals that is long enough in a short enough time. */
function deniedInARow(lines: readonly Line[], rules: LookingRules): readonly Line[] {
  const { times, minutes } = rules.denied;
  const refused = lines.filter((line) => !line.allowed).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (let from = 0; from + times <= refused.length; from++) {
    const some = refused.slice(from, from + times);
    if (some.at(-1)!.at.getTime() - some[0]!.at.getTime() <= minutes * 60_000)
      return refused.filter((line) => line.at >= some[0]!.at);
  }
  return [];
}

/** The house number in a line of an address: `Voorbeeldstraat 12 a` is 12A. */
export function houseNumber(line: string): string | undefined {
  const found = /(\d+)\s*([a-z]{0,3})?\s*$/i.exec(line.trim());
  return found ? `${found[1]}${(found[2] ?? '').toUpperCase()}` : undefined;
}
