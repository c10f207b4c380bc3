import { type LocalDate, localDate, parseLocalDate } from '../../../../platform/index.ts';
import { dateOfParts, type FormState, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import type { OversightGround } from '../../../ground.ts';
import { isRequestKind } from '../../../model/request.ts';
import { findForCertain } from '../../../service/find.ts';
import { type Entered, enterRequest } from '../../../service/requests.ts';
import { residentMeant } from '../../resident.ts';
import { readIdentity } from '../../who.tsx';
import { requestWords } from '../words.ts';
import { type EnterField, enterPage } from './view.tsx';

/** GET /privacy/verzoeken/nieuw */
export async function showEnter(_ground: OversightGround, ask: Ask): Promise<Answer> {
  const values = await ask.draft();
  return enterPage(ask.context, values ? { values } : {});
}

/** POST /privacy/verzoeken/nieuw */
export async function sendEnter(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = requestWords(ask.context.lang);
  const again = (errors: FormState<EnterField>['errors']): Answer => ({
    again: enterPage(ask.context, { values: ask.posted, errors: errors ?? {} }),
  });
  const read = readEntered(ask.posted, localDate(ground.clock.now()), words.enter);
  if (!read.ok) return again(read.errors);
  const resident = await whom(ground, ask);
  if (typeof resident === 'object') return resident;
  if (!resident) return again({ number: words.who.unknown });
  const made = await enterRequest(ground, ask.actor, { ...read.value, resident }, ask.door);
  if (!made.ok) return { problem: made.problem };
  return { to: `/privacy/verzoeken/${made.value}`, flash: { kind: 'good', text: words.enter.done } };
}

/** The one resident who is meant; an answer where there is none to be given now (too many look-ups). */
async function whom(ground: OversightGround, ask: FormAsk): Promise<string | undefined | Exclude<Answer, string>> {
  const number = text(ask.posted, 'number');
  if (number) return residentMeant(ground, ask.actor, number);
  const identity = readIdentity(ask.posted);
  if (!identity) return undefined;
  const why = { act: 'oversee', purpose: 'privacy-duty' } as const;
  const found = await findForCertain(ground, ask.actor, identity, why, ask.door);
  return found.ok ? found.value : { problem: found.problem };
}

type Read =
  | { readonly ok: true; readonly value: Omit<Entered, 'resident'> }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<EnterField, string>>> };

function readEntered(posted: Posted, today: LocalDate, words: ReturnType<typeof requestWords>['enter']): Read {
  const errors: Partial<Record<EnterField, string>> = {};
  const [kind, via, said, identity] = ['kind', 'via', 'said', 'identity'].map((name) => text(posted, name));
  const day = dateOfParts(readDateParts(posted, 'received'));
  const receivedOn = day ? (parseLocalDate(day) ?? undefined) : undefined;
  if (!isRequestKind(kind ?? '')) errors.kind = words.chooseKind;
  if (via !== 'phone' && via !== 'paper') errors.via = words.chooseVia;
  if (!receivedOn || receivedOn > today) errors.received = words.badDate;
  if (!said) errors.said = words.writeSaid;
  if ((said ?? '').length > 2000) errors.said = words.tooLong;
  if ((identity ?? '').length > 500) errors.identity = words.tooLong;
  if (Object.keys(errors).length > 0 || !receivedOn || !isRequestKind(kind ?? '')) return { ok: false, errors };
  return {
    ok: true,
    value: {
      kind: kind as Entered['kind'],
      via: via as Entered['via'],
      receivedOn,
      said: said ?? '',
      identity: identity ?? '',
    },
  };
}
