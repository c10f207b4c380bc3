import { spawn } from 'node:child_process';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Client } from 'pg';
import { startEmbedded } from '../src/platform/database/index.ts';
import { type Running, startOmzien } from '../test/support/running.ts';
import { createVisitor } from '../test/support/web.ts';
import { load, print } from './load.ts';

/**
 * The pages that people open all day, with 2,000 and then with 63,000 residents in the same database, as `npm start`
 * gives them (durable commits, every read in the log). Beside each, in the same run: a bare Hono route that gives the
 * same bytes. `pages.<name>.scale` is the time a page takes with 63,000 residents over that with 2,000, each against
 * its bare page, so that a busy machine counts on both sides; it should stay at or under 1.3.
 */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const [FEW, MANY] = [2_000, Number(process.env.BENCH_RESIDENTS ?? 63_000)];
const CLIENTS = 8;

type PageToMeasure = { readonly name: string; readonly persona?: string; readonly path: string };

/** The pages of the order: a team's worklist, a resident's own page, help nearby. */
const PAGES: readonly PageToMeasure[] = [
  { name: 'worklist', persona: 'coach-noord', path: '/werk' },
  { name: 'worklist-late', persona: 'coordinator-noord', path: '/werk?lijst=telaat' },
  { name: 'resident', persona: 'resident-supported', path: '/mijn' },
  { name: 'help-nearby', path: '/hulp?q=ik+kan+de+trap+niet+meer+op&plaats=Enschede' },
];

/** What one page cost beside its bare page, in milliseconds of the machine for one request. */
type Cost = { readonly ours: number; readonly bare: number };

export async function run(): Promise<void> {
  const omzien = await startOmzien();
  try {
    const few = await measureAll(omzien, FEW);
    await moreResidents(omzien);
    const many = await measureAll(omzien, MANY);
    for (const { name } of PAGES) {
      const [before, after] = [few.get(name)!, many.get(name)!];
      const scale = after.ours / after.bare / (before.ours / before.bare);
      print({ name: `pages.${name}.scale`, value: round(scale), unit: `time at ${MANY} over time at ${FEW}` });
    }
  } finally {
    await omzien.stop();
  }
}

async function measureAll(omzien: Running, residents: number): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const page of PAGES) {
    const headers: Record<string, string> = page.persona ? { cookie: await cookieOf(omzien.url, page.persona) } : {};
    const answer = await fetch(`${omzien.url}${page.path}`, { headers, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${page.path} answered ${answer.status}`);
    const bare = await bareServer(await answer.text());
    try {
      const cost = await compare(omzien.url, bare.url, page.path, headers);
      print({
        name: `pages.${page.name}.${residents}`,
        value: Math.round(1000 / cost.ours),
        unit: 'pages/s',
        reference: Math.round(1000 / cost.bare),
        ratio: Number((cost.bare / cost.ours).toFixed(4)),
      });
      costs.set(page.name, cost);
    } finally {
      bare.stop();
    }
  }
  return costs;
}

/** Warms both, then measures in turns, so that neither has the better half of the run. */
async function compare(ours: string, bare: string, path: string, headers: Record<string, string>): Promise<Cost> {
  const sending = { clients: CLIENTS, headers };
  const once = (base: string, seconds: number) => load(base, [{ path }], seconds, sending);
  await once(ours, 2);
  await once(bare, 1);
  const [ourRuns, bareRuns]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 2; turn++) {
    ourRuns.push(await once(ours, SECONDS / 2));
    bareRuns.push(await once(bare, SECONDS / 2));
  }
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return { ours: 1000 / mean(ourRuns), bare: 1000 / mean(bareRuns) };
}

async function cookieOf(url: string, persona: string): Promise<string> {
  const visitor = createVisitor(url, (request) => fetch(request));
  await visitor.signIn(persona);
  return [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

async function bareServer(html: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const app = new Hono();
  app.get('*', (c) => c.html(html));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    );
  });
}

/** Fills the same database up, with cases, as an operator of a demo would. */
async function moreResidents(omzien: Running): Promise<void> {
  const child = spawn('npm', ['run', '--silent', 'omzien', '--', 'demo', '--residents', String(MANY)], {
    env: { ...process.env, OMZIEN_HOME: omzien.home, PUBLIC_URL: omzien.url, PORT: new URL(omzien.url).port },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error('The residents could not be added.');
  await delivered(omzien.home);
}

/** Waits until the server told of all that was added: a page is measured beside people, not beside a mountain of post. */
async function delivered(home: string): Promise<void> {
  const { adminUrl, stop } = await startEmbedded({ home, whenRunning: 'join' });
  const client = new Client({ connectionString: adminUrl.replace(/\/[^/]*$/, '/omzien') });
  await client.connect();
  try {
    const waiting = `select 1 from platform.outbox where delivered_at is null limit 1`;
    while ((await client.query(waiting)).rowCount !== 0) await new Promise((done) => setTimeout(done, 1000));
    await client.query('vacuum analyze');
  } finally {
    await client.end();
    await stop();
  }
}

const round = (value: number) => Number(value.toFixed(2));
