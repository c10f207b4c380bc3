import { type ResidentDoor, residentDoor } from '../../pathways/index.ts';
import { systemActor, type Trx, ulid, withActor } from '../../platform/index.ts';
import { formatDate } from '../../ui/index.ts';
import { type OversightGround, rulesOf } from '../ground.ts';
import { markTold, type Notice, waitingNotices } from '../store/notices.ts';
import { loadRequest } from '../store/requests.ts';
import { tellWords } from './tell-words.ts';

const TELLER = systemActor('oversight');
/** Who sends what the privacy officer prints. */
export const DUTY = 'Duty/privacy';

/**
 * Makes the mails and letters of what residents are to be told; gives how many. Safe to run twice or in two places: a
 * notice is told by who marks it first, in the transaction that makes its message.
 */
export async function tellResidents(ground: OversightGround, publicUrl: string, most = 200): Promise<number> {
  const waiting = await withActor(ground, TELLER, { kind: 'region' }, (trx) => waitingNotices(trx, most));
  let told = 0;
  for (const notice of waiting)
    told += await withActor(ground, TELLER, { kind: 'act', resident: notice.resident }, async (trx) => {
      if (!(await markTold(trx, notice, ground.clock.now()))) return 0;
      // Nobody writes to somebody who has died, or who is no longer here.
      const to = await residentDoor(ground, trx, notice.resident);
      const text = to && (await textOf(ground, trx, notice, to));
      if (!to || !text) return 0;
      await putMessage(ground, trx, notice, to, text, publicUrl);
      return 1;
    });
  return told;
}

type Text = { readonly subject: string; readonly body: string; readonly path: string };

/** A mail says little, because others may read it; a letter says what was decided, because it may be all there is. */
async function textOf(ground: OversightGround, trx: Trx, notice: Notice, to: ResidentDoor): Promise<Text | undefined> {
  const words = tellWords(to.language);
  const letter = to.mail === undefined;
  if (notice.kind === 'break-glass') return { ...words.breakGlass, path: '/mijn/inzage' };
  const request = await loadRequest(ground.keys, trx, notice.resident, notice.about);
  if (!request) return undefined;
  const due = formatDate(request.due, 'long', to.language);
  const { number } = request;
  const grounds = rulesOf(ground)
    .requests.refusals.filter((one) => request.reasons.includes(one.id))
    .map((one) => `${one.text[to.language]} (${one.source})`);
  const path = '/mijn/verzoeken';
  switch (notice.kind) {
    case 'request-received':
      return { subject: words.received.subject({ number }), body: words.received.body({ due }), path };
    case 'request-extended':
      return { subject: words.extended.subject({ number }), body: words.extended.body({ due }), path };
    case 'request-decided': {
      const whole = [request.told ?? '', ...grounds, words.rights].filter(Boolean).join('\n\n');
      return { subject: words.decided.subject({ number }), body: letter ? whole : words.decided.body, path };
    }
    case 'request-done':
      return { subject: words.done.subject({ number }), body: words.done.body, path };
  }
}

async function putMessage(
  ground: OversightGround,
  trx: Trx,
  notice: Notice,
  to: ResidentDoor,
  text: Text,
  publicUrl: string,
): Promise<void> {
  const words = tellWords(to.language);
  const paper = to.mail === undefined;
  const body = paper
    ? [words.dearName({ name: to.details.name }), text.body, words.closing, words.office]
    : [words.dear, text.body, words.link({ url: `${publicUrl}${text.path}` }), words.closing, words.office];
  await trx.query(
    `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, sender, large, language)
     values ($1, $2, $3, $4, $5, 'resident', $6, $7, $8, $9, $10, $11) on conflict (resident_id, event_id, recipient) do nothing`,
    [
      notice.resident,
      ulid(ground.clock),
      ground.clock.now(),
      paper ? 'letter' : 'mail',
      to.mail ?? [to.details.name, ...to.details.address].join('\n'),
      text.subject,
      body.join('\n\n'),
      `notice-${notice.id}`,
      DUTY,
      paper && to.easyRead,
      to.language,
    ],
  );
}
