import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor } from '../../test/support/ground.ts';
import { personOfCase } from '../../test/support/need.ts';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { messagesOf, offeredCase, type PeopleWeb, peopleWeb, value } from '../../test/support/people.ts';
import * as engine from '../pathways/index.ts';
import { sendWaiting } from '../platform/mail/index.ts';
import { readResource } from '../record/index.ts';
import { breakGlass } from './service/break-glass.ts';
import { makeRequest, ownRequests } from './service/own-requests.ts';
import { decideRequest, finishRequest } from './service/requests.ts';
import { tellResidents } from './service/tell.ts';
import { requestKey } from './store/requests.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const PARTNER = actor({ role: 'system', person: 'Device/partner', name: 'Partner', roleRef: '' });
const { coach, otherNurse } = PEOPLE;

let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

describe('somebody whose data are stored only', () => {
  it('is read, changed and written to by nobody, at the very next request, until it is lifted; they themselves go on', async () => {
    const made = await offeredCase(web, { mail: 'anna@example.org' });
    const { pathways } = web;
    const anna = residentActor(made.resident);
    const sent: string[] = [];
    const send = () =>
      sendWaiting({
        ground: web.ground,
        wall: web.wall,
        log: () => undefined,
        host: 'x',
        post: async ({ to }) => void sent.push(to),
      });
    const asked = value(await makeRequest(pathways, anna, { kind: 'restrict', said: 'Het klopt niet' }, DOOR));
    assert.ok((await engine.openCase(pathways, coach, made, DOOR)).ok, 'before the decision all goes on');
    value(
      await decideRequest(
        pathways,
        OFFICER,
        requestKey(asked),
        { decision: 'granted', reasons: [], told: 'Wij zoeken het uit.', parts: [] },
        DOOR,
      ),
    );
    const opened = await engine.openCase(pathways, coach, made, DOOR).catch((error) => error as { problem: unknown });
    assert.ok(!('ok' in opened && opened.ok), 'the coach does not read');
    const act = await engine.recordContact(pathways, coach, { ...made, kind: 'phone', outcome: 'spoken' }, DOOR);
    assert.ok(!act.ok && act.problem.kind === 'conflict' && JSON.stringify(act.problem.text).includes('Beperkt'));
    const list = value(await engine.worklist(pathways, coach, { view: 'open', count: 100 }, DOOR));
    assert.ok(!list.lines.some((line) => line.case_id === made.caseId), 'nor finds it on the list');
    for (const who of [coach, PARTNER]) {
      const read = await readResource(pathways, who, 'Patient', made.resident, DOOR).catch(
        () => ({ ok: false }) as const,
      );
      assert.ok(!read.ok, who.person);
    }
    await web.whole.events.drain();
    await tellResidents(pathways, 'http://x');
    await send();
    const mails = (await messagesOf(web, made.resident)).filter((one) => one.sender !== 'Duty/privacy');
    assert.ok(mails.length > 0);
    const { rows } = await web.ground.pool.query('select 1');
    assert.equal(rows.length, 1);
    assert.deepEqual([...new Set(sent)], ['anna@example.org'], 'only what the officer has to tell leaves');
    assert.ok(value(await ownRequests(pathways, anna, DOOR)).length === 1);
    assert.ok((await readResource(pathways, anna, 'Patient', made.resident, DOOR)).ok, 'they read their own record');
    // Treating care in need is the exception (GDPR 18(2): to protect somebody).
    const identity = await personOfCase(pathways, made.resident);
    assert.ok((await breakGlass(pathways, otherNurse, { identity, reason: 'acute', said: 'Nood' }, DOOR)).ok);

    value(await finishRequest(pathways, OFFICER, requestKey(asked), 'Uitgezocht', DOOR));
    assert.ok((await engine.openCase(pathways, coach, made, DOOR)).ok, 'and again once it is lifted');
    const after = value(await engine.worklist(pathways, coach, { view: 'open', count: 100 }, DOOR));
    assert.ok(after.lines.some((line) => line.case_id === made.caseId));
  });

  it('holds on both records of one person, and is lifted on both', async () => {
    const [ends, goesOn] = [await offeredCase(web), await offeredCase(web)];
    const { pathways } = web;
    value(await engine.mergeRecords(pathways, PEOPLE.nurse, { ends, goesOn, checked: true }, DOOR));
    const asking = { kind: 'restrict', said: 'Het klopt niet' } as const;
    const asked = value(await makeRequest(pathways, residentActor(goesOn.resident), asking, DOOR));
    const decided = { decision: 'granted', reasons: [], told: 'Wij zoeken het uit.', parts: [] } as const;
    value(await decideRequest(pathways, OFFICER, requestKey(asked), decided, DOOR));
    for (const one of [ends, goesOn])
      assert.ok(
        !(await engine.recordContact(pathways, coach, { ...one, kind: 'phone', outcome: 'spoken' }, DOOR)).ok,
        'the team of either does nothing',
      );
    value(await finishRequest(pathways, OFFICER, requestKey(asked), 'Uitgezocht', DOOR));
    for (const one of [ends, goesOn])
      value(await engine.recordContact(pathways, coach, { ...one, kind: 'phone', outcome: 'spoken' }, DOOR));
  });
});
