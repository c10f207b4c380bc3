import type { Pathway, Region } from '../../../content/index.ts';
import { FUNNEL_STEPS, type FunnelFigure, funnelOf } from '../../../pathways/index.ts';
import { ABSENT, type Actor, addMonths, asLocalDate, type LocalDate, localDate } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { type Area, areaOf } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { newestIn } from '../../store/figures.ts';
import { type MonitorHouse, yearOf } from '../house.ts';
import { headline } from '../present.ts';
import { csvAnswer, OPEN_DATA } from '../take-along.ts';
import { funnelPage } from './view.tsx';

export type Task = NonNullable<Region['monitor']['tasks']>[number];

/** What the page from signal to better shows. */
export type FunnelRead = {
  readonly region: Region;
  readonly task: Task;
  /** Absent where Omzien does not follow this approach. */
  readonly pathway: Pathway | undefined;
  readonly area: Area;
  /** The months that were published, newest first. */
  readonly months: readonly LocalDate[];
  readonly month: LocalDate | undefined;
  readonly figures: readonly FunnelFigure[];
  /** How large the task is. */
  readonly size: Figure | undefined;
};

const YEAR = 12;

/** Reads what was published; undefined where there is no such approach, area or month. */
export async function readFunnel(
  { ground, region }: Pick<MonitorHouse, 'ground' | 'region'>,
  asked: {
    readonly keten?: string | undefined;
    readonly gebied?: string | undefined;
    readonly maand?: string | undefined;
  },
): Promise<FunnelRead | undefined> {
  const { tasks = [] } = region.monitor;
  const task = asked.keten === undefined ? tasks[0] : tasks.find(({ id }) => id === asked.keten);
  const area = areaOf(region, asked.gebied ?? region.id);
  if (!task || !area || (area.kind !== 'here' && area.kind !== 'municipality')) return undefined;
  const pathway = region.pathways.find(({ id }) => id === task.pathway);
  const thisMonth = asLocalDate(`${localDate(ground.clock.now()).slice(0, 7)}-01`);
  const figures = pathway ? await funnelOf(ground, pathway.id, addMonths(thisMonth, -YEAR)) : [];
  const months = [...new Set(figures.map(({ month }) => month))];
  const month = asked.maand === undefined ? months[0] : months.find((one) => one.startsWith(asked.maand ?? ''));
  if (asked.maand !== undefined && !month) return undefined;
  const indicator = region.themes.flatMap(({ indicators }) => indicators).find(({ id }) => id === task.indicator)!;
  const [own, whole] = await Promise.all(
    [area.id, region.id].map((id) => newestIn(ground, id, [indicator.id], yearOf(ground))),
  );
  const size = headline(indicator, own!, yearOf(ground)) ?? headline(indicator, whole!, yearOf(ground));
  return { region, task, pathway, area, months, month, figures, size };
}

/** GET /regiobeeld/trechter?keten=&gebied=&maand= */
export async function showFunnel(house: MonitorHouse, ask: Ask<Actor | undefined>, demo: boolean): Promise<Answer> {
  const given = (name: string) => ask.query(name) || undefined;
  const read = await readFunnel(house, { keten: given('keten'), gebied: given('gebied'), maand: given('maand') });
  return read ? funnelPage(ask.context, read, demo) : { problem: ABSENT };
}

/** GET /regiobeeld/trechter.csv?keten= and .json: everything that was published of a pathway over a year. */
export async function downloadFunnel(
  house: MonitorHouse,
  ask: Ask<Actor | undefined>,
  kind: 'csv' | 'json',
): Promise<Answer> {
  const read = await readFunnel(house, { keten: ask.query('keten') || undefined });
  if (!read?.pathway) return { problem: ABSENT };
  const order = (step: string) => FUNNEL_STEPS.findIndex((one) => one.step === step);
  const figures = read.figures.toSorted(
    (a, b) => b.month.localeCompare(a.month) || a.area.localeCompare(b.area) || order(a.step) - order(b.step),
  );
  if (kind === 'json') return Response.json({ pathway: read.pathway.id, figures }, { headers: OPEN_DATA });
  return csvAnswer(`trechter-${read.pathway.id}`, [
    ['pathway', 'month', 'area', 'step', 'people', 'in_time', 'days'],
    ...figures.map((one) =>
      [one.pathway, one.month, one.area, one.step, one.people ?? '', one.in_time ?? '', one.days ?? ''].map(String),
    ),
  ]);
}
