import { Client } from 'pg';
import type { Region, Theme } from '../src/content/index.ts';
import { regionRoom } from '../src/region/index.ts';
import { listen } from '../src/serve.ts';
import { shippedRegion } from '../test/support/pathways.ts';
import { testWeb } from '../test/support/web.ts';
import { print } from './load.ts';

/**
 * The pages with figures, with 50 and with 5,000 indicators, each 15 years × 250 areas (18.75 million figures), in two
 * houses side by side; asked in turns, so that a busy machine counts on both sides. `monitor.<page>.<indicators>`: the
 * p95 of one request after another. `ratio` of the last: p95 with many over p95 with few; it should stay at or under 1.3.
 */
const [FEW, MANY] = [50, Number(process.env.BENCH_INDICATORS ?? 5_000)];
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 400);
const [YEARS, AREAS, THEMES, WARM] = [15, 250, 10, 50];
const LAST = 2025;

export async function run(): Promise<void> {
  const few = await houseWith(FEW);
  const many = await houseWith(MANY).catch(async (error) => {
    await few.stop();
    throw error;
  });
  try {
    for (const [name, pathOf] of Object.entries(PAGES)) {
      const times: readonly [number[], number[]] = [[], []];
      for (let round = 0; round < WARM + ROUNDS; round++)
        for (const [which, house] of [few, many].entries()) {
          const took = await time(`${house.url}${pathOf(round, house.indicators)}`);
          if (round >= WARM) times[which]!.push(took);
        }
      const [before, after] = times.map(p95) as [number, number];
      print({ name: `monitor.${name}.${FEW}`, value: round2(before), unit: 'ms (p95)' });
      print({
        name: `monitor.${name}.${MANY}`,
        value: round2(after),
        unit: 'ms (p95)',
        reference: round2(before),
        ratio: round2(after / before),
      });
    }
  } finally {
    await many.stop();
    await few.stop();
  }
}

/** Another subject and another municipality each time: what is asked often is not all that is asked. */
const PAGES: Readonly<Record<string, (round: number, indicators: number) => string>> = {
  overview: () => '/regiobeeld',
  subject: (round, indicators) => `/regiobeeld/${idOf((round * 7) % indicators)}`,
  postcode: (round, indicators) =>
    `/regiobeeld/${idOf((round * 7) % indicators)}?gebied=${POSTCODES[(round * 5) % POSTCODES.length]}`,
  sheet: (round) => `/regiobeeld/gebied/${MUNICIPALITIES[round % MUNICIPALITIES.length]}`,
};

const shipped = shippedRegion();
const MUNICIPALITIES = shipped.municipalities.map(({ id }) => id);
const POSTCODES = shipped.postcodes.map(({ code }) => code);
const idOf = (index: number): string => `cijfer-${index}`;

type House = { readonly url: string; readonly indicators: number; readonly stop: () => Promise<void> };

async function houseWith(indicators: number): Promise<House> {
  const region = regionWith(indicators);
  const web = await testWeb({
    personas: [],
    settings: { RATE_PUBLIC: '0', RATE_LIMIT_SIGN_IN: '0', PORT: '0' },
    change: (parts) => ({ ...parts, rooms: [regionRoom(parts.ground, region)] }),
  });
  try {
    await fill(web.ownerUrl, indicators);
    const server = await listen(web.app, { ...web.config, port: 0 });
    const stop = async () => {
      await server.stop();
      await web.stop();
    };
    return { url: `http://localhost:${server.port}`, indicators, stop };
  } catch (error) {
    await web.stop();
    throw error;
  }
}

/** The region as shipped, with so many figures in ten themes. */
function regionWith(indicators: number): Region {
  const one = shipped.themes.flatMap((theme) => theme.indicators).find(({ id }) => id === 'aandeel-65')!;
  const series = { ...one.series[0]!, id: 'telling', counted: undefined, values: undefined };
  const each = indicators / THEMES;
  const themes = Array.from({ length: THEMES }, (_, theme): Theme => {
    const ids = Array.from({ length: each }, (_, index) => idOf(theme * each + index));
    return {
      ...shipped.themes[0]!,
      id: `thema-${theme}`,
      order: theme,
      title: `Thema ${theme}`,
      indicators: ids.map((id) => ({ ...one, id, title: `Onderwerp ${id}`, series: [series] })),
    };
  });
  return { ...shipped, themes };
}

/**
 * Figures with an interval, by area and year. Rows come into a bare table; its keys and indexes are made, and it is
 * vacuumed as a table is that has stood for a while, when all is there: millions of rows in minutes.
 */
async function fill(ownerUrl: string, indicators: number): Promise<void> {
  const others = Array.from({ length: AREAS - MUNICIPALITIES.length - 1 }, (_, index) => `gebied-${index}`);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: keys } = await client.query<{ name: string; made: string }>(
      `select conname as name, pg_get_constraintdef(oid) as made from pg_constraint
       where conrelid = 'region.figure'::regclass and contype in ('p', 'f') order by contype desc`,
    );
    for (const { name } of keys) await client.query(`alter table region.figure drop constraint ${name}`);
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
       where indrelid = 'region.figure'::regclass`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query('alter table region.figure set unlogged');
    await client.query("set maintenance_work_mem = '512MB'");
    await client.query(
      "insert into region.load (id, at, by_name, kind, rows) values ('bench', now(), 'Bench', 'content', 0)",
    );
    await client.query(
      `insert into region.figure (indicator, area, series, year, value, lower, upper, load)
       select 'cijfer-' || i, a, 'telling', y, v, v - 1, v + 1, 'bench'
       from generate_series(0, $1::int - 1) i, unnest($2::text[]) a, generate_series($3::int - $4::int + 1, $3) y,
         lateral (select 20 + (i * 31 + length(a) * 7 + y) % 40 as v) w`,
      [indicators, [shipped.id, ...MUNICIPALITIES, ...others], LAST, YEARS],
    );
    for (const { name, made } of keys) await client.query(`alter table region.figure add constraint ${name} ${made}`);
    for (const { made } of indexes) await client.query(made);
    await client.query('vacuum (freeze, analyze) region.figure');
  } finally {
    await client.end();
  }
}

async function time(url: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - began;
}

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
const round2 = (value: number): number => Number(value.toFixed(2));
