import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  loadRegion,
  type Pathway,
  type QuestionnaireContent,
  type Region,
  regionCheckReport,
} from '../../src/content/index.ts';
import { directoryShelf, keptVersions, seedDirectory } from '../../src/directory/index.ts';
import { OMZIEN, type Resource, readSearch } from '../../src/fhir/index.ts';
import * as engine from '../../src/pathways/index.ts';
import type { FixedClock, Result } from '../../src/platform/index.ts';
import { searchResources } from '../../src/record/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE, residentActor, staffOf, testPathways } from '../support/pathways.ts';
import { BEREAVEMENT_QUESTIONS, bereavementPathway } from './bereavement.ts';

const { nurse, coach } = PEOPLE;
const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;
const PATHWAY = 'verder-na-verlies';

let folder: string;
let ground: engine.PathwayGround;
let clock: FixedClock;
let stop: () => Promise<void>;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omzien-region-'));
  cpSync(fileURLToPath(new URL('../../region/twente', import.meta.url)), folder, { recursive: true });
  write(1);
  for (const [name, text] of Object.entries(BEREAVEMENT_QUESTIONS))
    writeFileSync(join(folder, 'questionnaires', name), text);
  const region = load();
  const made = await testPathways({ region });
  ({ clock, stop } = made);
  ground = made.ground;
  await apply(region);
});
after(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

function write(version: 1 | 2): void {
  writeFileSync(join(folder, 'pathways', `${PATHWAY}.yaml`), bereavementPathway(version));
}

function load(): Region {
  const loaded = loadRegion(folder);
  assert.ok(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.mistakes, null, 1));
  return loaded.region;
}

/** Takes content over as `omzien region apply` does, and works with it as a start does. */
async function apply(region: Region): Promise<void> {
  const definitions = [
    ...region.pathways.map((one) => engine.toPlanDefinition(one, OMZIEN)),
    ...region.questionnaires.map((one) => engine.toQuestionnaire(one, OMZIEN)),
  ] as unknown as readonly Resource[];
  await seedDirectory(ground, region, definitions);
  const kept = async (kind: 'pathway' | 'questionnaire') =>
    (await keptVersions(ground, kind)).map((one) => one.content);
  Object.assign(ground, {
    definitions: engine.definitionsOf(region, {
      pathways: (await kept('pathway')) as readonly Pathway[],
      questionnaires: (await kept('questionnaire')) as readonly QuestionnaireContent[],
    }),
  });
}

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

let people = 0;
async function referred(reason: string, urgency: string) {
  people += 1;
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna',
        family: `Verlies${'abcdefghij'[people]}`,
        birthDate: '1948-03-02',
        gender: 'female',
        postcode: '7511 AB',
        city: 'Enschede',
      },
      DOOR,
    ),
  );
  return value(
    await engine.refer(ground, nurse, { resident, pathway: PATHWAY, reasons: [reason], urgency, agreed: true }, DOOR),
  );
}
async function accepted(reason: string, urgency: string) {
  const made = await referred(reason, urgency);
  const line = value(await engine.worklist(ground, coach, { view: 'new', count: 100 }, DOOR)).lines.find(
    (one) => one.case_id === made.caseId,
  )!;
  value(await engine.takeStep(ground, coach, { task: line.id, to: 'accepted' }, DOOR));
  return { ...made, line };
}
const open = async (made: { resident: string; caseId: string }) =>
  value(await engine.openCase(ground, coach, made, DOOR));
async function dueOf(made: { resident: string; caseId: string }, norm: string): Promise<string | undefined> {
  return (await open(made)).clocks.find((one) => one.norm === norm)?.due;
}

describe('a pathway that is added with YAML alone', () => {
  it('passes the check of the region, and a mistake in it is told with file, line and what to write', () => {
    assert.equal(regionCheckReport(folder).ok, true, regionCheckReport(folder).text);
    writeFileSync(
      join(folder, 'pathways', `${PATHWAY}.yaml`),
      bereavementPathway(1).replace('norm: bellen }', 'norm: belen }'),
    );
    const report = regionCheckReport(folder);
    write(1);
    assert.equal(report.ok, false);
    assert.match(report.text, /verder-na-verlies\.yaml.*\d+/);
    assert.match(report.text, /belen/);
  });

  it('is walked from referral to closing with its own reasons, norms, questions and outcome', async () => {
    const made = await accepted('child', 'gewoon');
    assert.match(made.number, /^VNV-/, 'the case number has the letters of its title');
    assert.deepEqual([made.line.need, made.line.urgent, made.line.due], ['Kind verloren', false, '2026-11-24']);
    assert.equal(await dueOf(made, 'bellen'), '2026-12-07', 'two calendar weeks after Monday 23 November');
    assert.equal(
      (await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'spoken' }, DOOR)).ok,
      false,
      'not a way of this pathway',
    );
    value(await engine.recordContact(ground, coach, { ...made, kind: 'bezoek', outcome: 'dicht' }, DOOR));
    clock.advance(DAY);
    value(await engine.recordContact(ground, coach, { ...made, kind: 'bezoek', outcome: 'gepraat' }, DOOR));
    value(
      await engine.holdConversation(
        ground,
        coach,
        { ...made, answers: { wie: 'Mijn zoon', slapen: true }, measure: { zwaar: 5 } },
        DOOR,
      ),
    );
    const held = await open(made);
    assert.equal(held.row?.stage, 'matching');
    assert.equal(held.clocks.find((one) => one.norm === 'bellen')?.state, 'met');
    assert.equal(held.responses.length, 3, 'what is of mental health stands apart');
    const group = 'rouwgroep-enschede';
    const [need] = ground.definitions.service(group)!.needs;
    value(await engine.referOn(ground, coach, { ...made, needs: [need!], candidates: [group], agreed: true }, DOOR));
    const staff = staffOf(group);
    const offer = value(await engine.worklist(ground, staff, { view: 'new' }, DOOR)).lines.find(
      (one) => one.case_id === made.caseId,
    )!;
    assert.equal(offer.due, '2026-12-04', 'ten calendar days');
    value(await engine.takeStep(ground, staff, { task: offer.id, to: 'accepted' }, DOOR));
    value(await engine.takeStep(ground, staff, { task: offer.id, to: 'in-progress' }, DOOR));
    assert.equal(await dueOf(made, 'terugkijken'), '2027-05-24', 'six months');
    assert.equal(
      (await engine.takeStep(ground, staff, { task: offer.id, to: 'completed', outcome: 'goal-reached' }, DOOR)).ok,
      false,
      'an outcome of another pathway',
    );
    value(await engine.takeStep(ground, staff, { task: offer.id, to: 'completed', outcome: 'draagt-het' }, DOOR));
    const { token } = value(await engine.inviteFollowUp(ground, coach, made, DOOR));
    value(await engine.answerInvitation(ground, token, { 'verlies-meting': { zwaar: 2 } }, DOOR));
    value(await engine.finishCase(ground, coach, { ...made, outcome: 'draagt-het' }, DOOR));
    value(await engine.closeOwnRequest(ground, nurse, { resident: made.resident, request: made.caseId }, DOOR));
    const [own] = value(await engine.ownCases(ground, residentActor(made.resident), DOOR));
    assert.equal(own?.stage, 'closed');
  });

  it('knows its own urgencies, also in the FHIR priority and in a rebuild', async () => {
    const made = await accepted('partner', 'dringend');
    assert.equal(await dueOf(made, 'bellen-dringend'), '2026-11-25');
    assert.equal(await dueOf(made, 'bellen'), undefined);
    assert.equal(made.line.urgent, true);
    assert.equal((await open(made)).row?.urgency, 'dringend');
    const [request] = await requestsOf(made.resident);
    assert.equal(request?.priority, 'urgent');
    const before = await open(made);
    await engine.rebuildReadModels(ground);
    assert.deepEqual((await open(made)).clocks, before.clocks);
    assert.equal((await open(made)).row?.urgency, 'dringend');
  });

  it('is offered to other systems as FHIR PlanDefinition and Questionnaire', async () => {
    const shelf = directoryShelf(ground);
    for (const [type, id] of [
      ['PlanDefinition', PATHWAY],
      ['Questionnaire', 'verlies-gesprek'],
    ] as const) {
      const read = value(await shelf.read(SYSTEM, type, id, { door: 'fhir' }));
      assert.match(read.text, new RegExp(`"url":"${OMZIEN}/${type}/${id}"`));
    }
  });
});

describe('a new version of a pathway', () => {
  it('is for cases that begin from then on; one that runs stays on the version it began with', async () => {
    const running = await accepted('partner', 'gewoon');
    const due = await dueOf(running, 'bellen');
    write(2);
    assert.equal(regionCheckReport(folder).ok, true);
    await apply(load());
    const fresh = await accepted('pet', 'gewoon');
    assert.equal((await open(fresh)).row?.pathway_version, 2);
    assert.equal(await dueOf(fresh, 'bellen'), '2026-11-27', 'three calendar days');
    value(await engine.recordContact(ground, coach, { ...running, kind: 'bezoek', outcome: 'dicht' }, DOOR));
    const still = await open(running);
    assert.deepEqual([still.row?.pathway_version, still.clocks.find((one) => one.norm === 'bellen')?.due], [1, due]);
    clock.advance(4 * DAY);
    await engine.sweepClocks(ground);
    assert.equal((await open(fresh)).clocks.find((one) => one.norm === 'bellen')?.state, 'overdue');
    assert.equal((await open(running)).clocks.find((one) => one.norm === 'bellen')?.state, 'running');
    const [request] = await requestsOf(running.resident);
    assert.deepEqual(request?.instantiatesCanonical, [`${OMZIEN}/PlanDefinition/${PATHWAY}|1`]);
  });

  it('cannot say something else under a number that is in use', async () => {
    writeFileSync(
      join(folder, 'pathways', `${PATHWAY}.yaml`),
      bereavementPathway(2).replace('amount: 3', 'amount: 30'),
    );
    await assert.rejects(apply(load()), /heeft nog versie 2/);
    write(2);
  });
});

async function requestsOf(resident: string): Promise<readonly Resource[]> {
  const search = value(
    readSearch('ServiceRequest', new URLSearchParams({ patient: resident }), { posted: false, strict: true }),
  );
  return value(await searchResources(ground, SYSTEM, search, { door: 'fhir' })).entries.map(
    (entry) => JSON.parse(entry.text) as Resource,
  );
}
