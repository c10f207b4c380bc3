import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { keepClients } from '../../../src/client-commands.ts';
import type { PartnerHouse } from '../../support/partner-house.ts';
import type { Visitor } from '../../support/web.ts';
import type { Parties } from './hospital.ts';

const repository = join(import.meta.dirname, '../../..');
const text = readFileSync(join(repository, 'docs/connect.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'omzien-connect-'));

let house: PartnerHouse;
let coach: Visitor;

type Step =
  | { readonly kind: 'file'; readonly name: string; readonly code: string }
  | { readonly kind: 'shell' | 'operator' | 'person'; readonly code: string };

/** The page as a list of what a reader does: files they write, commands they give, and what others do meanwhile. */
function stepsOf(page: string): readonly Step[] {
  const found = page.matchAll(/^```(\S+) ?(\S*)\n([\s\S]*?)^```$|^<!-- (the coach .*) -->$/gm);
  return [...found].map(([, language, name = '', code = '', person]): Step => {
    if (person) return { kind: 'person', code: person };
    if (language === 'js') return { kind: 'file', name, code };
    if (language === 'bash') return { kind: 'shell', code };
    if (language === 'operator') return { kind: 'operator', code };
    throw new Error(`docs/connect.md has an example that nobody runs: ${language}`);
  });
}

/** What the operator's command is given, as a shell would split it. */
function argumentsOf(command: string): readonly string[] {
  const given = command.trim().replace(/^npm run omzien -- client /, '');
  return execFileSync('bash', ['-c', `printf '%s\\0' ${given}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

async function byTheCoach(what: string): Promise<void> {
  const [, , request = '', task = ''] = JSON.parse(readFileSync(join(folder, 'referral.json'), 'utf8')) as string[];
  const [caseId, taskId] = [request, task].map((reference) => reference.split('/')[1]);
  if (what === 'the coach says yes') {
    assert.equal((await coach.post(`/werk/aanmelding/${taskId}`, { answer: 'accept' })).status, 303);
    return;
  }
  assert.equal(what, 'the coach finishes');
  const contact = { kind: 'phone', outcome: 'spoken' };
  assert.equal((await coach.post(`/werk/zaak/${caseId}/contact`, contact)).status, 303);
  const end = { ending: 'goal-reached', summary: 'Eet nu elke week mee.', step: 'send' };
  assert.equal((await coach.post(`/werk/zaak/${caseId}/afronden`, end)).status, 303);
}

async function run(step: Step): Promise<string> {
  if (step.kind === 'person') {
    await byTheCoach(step.code);
    return '';
  }
  if (step.kind === 'file') {
    writeFileSync(join(folder, step.name), step.code);
    return '';
  }
  if (step.kind === 'operator') {
    const given = argumentsOf(step.code).map((one) => (one === 'keys.json' ? join(folder, one) : one));
    const said = await keepClients(house.web.ground, given, true);
    assert.equal(said.code, 0, said.text);
    return said.text;
  }
  return shell(step.code);
}

/** In a process of its own, while the house in this one answers. */
async function shell(code: string): Promise<string> {
  const { spawn } = await import('node:child_process');
  const env = {
    ...{ PATH: `${join(process.execPath, '..')}:${process.env.PATH}`, HOME: folder, OMZIEN: house.url },
  };
  const child = spawn('bash', ['-euo', 'pipefail', '-c', code], { cwd: folder, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  const status = await new Promise((done) => child.once('close', done));
  assert.equal(status, 0, `${code}\n${said}`);
  return said;
}

const hasTools = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);

/** The test of the page for partners; `parties` is asked when it runs. */
export function connectTests(parties: () => Parties): void {
  describe('a new partner with docs/connect.md in hand', () => {
    before(() => {
      ({ house, coach } = parties());
      symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    it('does what it says, from the first to the last example, and each works', {
      skip: !hasTools,
      timeout: 180_000,
    }, async () => {
      const steps = stepsOf(text);
      assert.ok(steps.filter(({ kind }) => kind === 'shell').length >= 8);
      const said: string[] = [];
      for (const step of steps) said.push(await run(step));
      const all = said.join('\n');
      for (const expected of [
        'private_key_jwt',
        'voorbeeld-epd is registered',
        'Welzijnscoaches Enschede Noord',
        '"resourceType":"Location"',
        'status: accepted',
        'Voorbeeldopname',
        'closed: 200',
      ])
        assert.ok(all.includes(expected), `${expected} is missing in:\n${all.slice(0, 4000)}`);
    });
  });
}
