import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asOwner } from '../../test/security/world.ts';
import { PEOPLE, residentActor, staffOf } from '../../test/support/pathways.ts';
import { offeredCase, type PeopleWeb, PLACES, peopleWeb, spokenCase, value } from '../../test/support/people.ts';
import { ATTACHMENTS_A_DAY, attachmentsIn, openAttachment } from '../record/index.ts';
import * as engine from './index.ts';

const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;
const { coach, colleague, otherCoach, nurse } = PEOPLE;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

type Made = { readonly resident: string; readonly caseId: string };
const file = (words = 'Wat er is afgesproken.') =>
  ({ name: 'verslag.txt', type: 'text/plain', bytes: Buffer.from(words) }) as const;
const record = (made: Made, files: readonly ReturnType<typeof file>[]) =>
  engine.recordContact(web.pathways, coach, { ...made, kind: 'phone', outcome: 'voicemail', files }, DOOR);
const idsOf = async (made: Made) =>
  value(await engine.openCase(web.pathways, coach, made, DOOR)).contacts.flatMap((one) =>
    attachmentsIn(one).map(({ id }) => id),
  );
const opens = async (who: typeof coach, id: string) => (await openAttachment(web.pathways, who, id, DOOR)).ok;
const count = async (sql: string) => Number((await asOwner(web.ownerUrl, sql))[0]!.n);

describe('a file with a contact', () => {
  it('stands in the database unreadable, and cannot be put in the place of another', async () => {
    const made = await spokenCase(web);
    value(await record(made, [file('Geheim van Anna.'), file('Iets anders.')]));
    const [one, two] = await idsOf(made);
    const rows = await asOwner(
      web.ownerUrl,
      `select id, encode(sealed, 'escape') as sealed from record.attachment where resident_id = '${made.resident}'`,
    );
    assert.ok(rows.every((row) => !String(row.sealed).includes('Geheim')));
    await asOwner(
      web.ownerUrl,
      `update record.attachment set sealed = (select sealed from record.attachment where id = '${one}') where id = '${two}'`,
    );
    await assert.rejects(() => openAttachment(web.pathways, coach, two!, DOOR));
    assert.equal(
      Buffer.from(value(await openAttachment(web.pathways, coach, one!, DOOR)).bytes).toString(),
      'Geheim van Anna.',
    );
  });

  it('is read by who reads the contact, is in the log each time, and by nobody else', async () => {
    const made = await offeredCase(web);
    value(await engine.takeStep(web.pathways, staffOf(PLACES[0]), { task: made.offer, to: 'accepted' }, DOOR));
    value(await record(made, [file()]));
    const [id] = await idsOf(made);
    for (const who of [coach, colleague, residentActor(made.resident)]) assert.ok(await opens(who, id!));
    for (const who of [otherCoach, nurse, staffOf(PLACES[0])]) assert.equal(await opens(who, id!), false);
    const logged = `select count(*)::int as n from platform.audit where subject_type = 'Binary' and subject_id = '${id}' and action = 'opened'`;
    assert.equal(await count(`${logged} and allowed`), 3);
    assert.equal(await count(`${logged} and not allowed`), 3);
  });

  it('is gone for everybody at once when the contact was a mistake, or the file was', async () => {
    const made = await spokenCase(web);
    const { id: contact } = value(await record(made, [file(), file('b')]));
    const [one, two] = await idsOf(made);
    value(await engine.removeFile(web.pathways, coach, { ...made, contact, file: one! }, DOOR));
    assert.deepEqual(await idsOf(made), [two]);
    value(await engine.undoContact(web.pathways, coach, { ...made, contact, reason: 'Verkeerd' }, DOOR));
    for (const who of [coach, residentActor(made.resident)])
      for (const id of [one!, two!]) assert.equal(await opens(who, id), false);
  });

  it('that is one too many for the day leaves nothing half: no contact, no bytes, also by two at once', async () => {
    const made = await spokenCase(web);
    for (let n = 0; n < 2; n++) value(await record(made, [file(), file(), file()]));
    const before = await count(`select count(*)::int as n from record.resource where resident_id = '${made.resident}'`);
    const answers = await Promise.all([record(made, [file(), file(), file()]), record(made, [file(), file(), file()])]);
    assert.equal(answers.filter((one) => one.ok).length, 1);
    const kept = `from record.attachment where resident_id = '${made.resident}'`;
    assert.equal(await count(`select count(*)::int as n ${kept}`), 9);
    const after = await count(`select count(*)::int as n from record.resource where resident_id = '${made.resident}'`);
    assert.equal(after, before + 1);
    assert.equal(ATTACHMENTS_A_DAY, 10);
    web.clock.advance(DAY);
    value(await record(made, [file(), file()]));
    assert.equal(await count(`select count(*)::int as n ${kept}`), 11);
  });
});
