import { ABSENT, type Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import {
  type Ahead,
  type AheadRegion,
  type FutureChoice,
  LAST_YEAR,
  lookAhead,
  looksAhead,
  VARIANT_NAMES,
} from '../../futures/ahead.ts';
import { type Beside, besidePlans } from '../../futures/plans.ts';
import { type Subject, subjectAt } from '../../futures/subjects.ts';
import { type Area, areasOf } from '../../model/area.ts';
import type { MonitorHouse } from '../house.ts';
import { futurePage } from './overview.tsx';
import { queryOf, VARIANT_SLUGS } from './present.ts';
import { subjectPage } from './subject.tsx';

/** What the pages show of one choice. */
export type FutureRead = {
  readonly region: AheadRegion;
  readonly area: Area;
  readonly choice: FutureChoice;
  readonly ahead: Ahead;
  readonly beside: readonly Beside[];
  /** The year of the table by age and sex. */
  readonly year: number;
};

/** Reads the choice in an address; undefined where it names an area or a way that does not exist. */
export function readFuture({ region }: MonitorHouse, ask: Ask<Actor | undefined>): FutureRead | undefined {
  if (!looksAhead(region)) return undefined;
  const id = ask.query('gebied') || region.id;
  const area = areasOf(region).find((one) => one.id === id && (one.kind === 'here' || one.kind === 'municipality'));
  const variant = VARIANT_NAMES.find((name) => VARIANT_SLUGS[name] === (ask.query('variant') || 'midden'));
  if (!area || !variant) return undefined;
  const choice: FutureChoice = { area: area.id, variant, toPlans: ask.query('totalen') === 'plannen' };
  const ahead = lookAhead(region, choice);
  const asked = Number(ask.query('jaar') || 2040);
  const year = ahead.years.includes(asked) ? asked : LAST_YEAR;
  return { region, area, choice, ahead, beside: besidePlans(region, ahead, area.id), year };
}

/** GET /regiobeeld/vooruit?gebied=&variant=&totalen= */
export function showFuture(house: MonitorHouse, ask: Ask<Actor | undefined>): Answer {
  const read = readFuture(house, ask);
  return read ? futurePage(ask.context, read) : { problem: ABSENT };
}

/** GET /regiobeeld/vooruit/:figure?gebied=&variant=&totalen=&jaar= */
export function showSubject(house: MonitorHouse, ask: Ask<Actor | undefined>, slug: string): Answer {
  const found = readSubject(house, ask, slug);
  if (!found) return { problem: ABSENT };
  const { read, subject } = found;
  return subjectPage(ask.context, read, subject, around(house, read, subject));
}

/** The address of a figure, to share and to cite, and the day it is looked at. */
export function around(house: MonitorHouse, { choice, region }: FutureRead, { slug }: Subject) {
  const address = `${house.publicUrl}/regiobeeld/vooruit/${slug}${queryOf(choice, region.id)}`;
  return { address, today: house.ground.clock.now() };
}

/** The figure at an address, with what there is to show of it. */
export function readSubject(
  house: MonitorHouse,
  ask: Ask<Actor | undefined>,
  slug: string,
): { readonly read: FutureRead; readonly subject: Subject } | undefined {
  const subject = subjectAt(slug);
  const read = subject && readFuture(house, ask);
  return subject && read ? { read, subject } : undefined;
}
