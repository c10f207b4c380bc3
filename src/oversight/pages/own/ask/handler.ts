import { textIn } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import type { OversightGround } from '../../../ground.ts';
import { isRequestKind } from '../../../model/request.ts';
import { type Asking, makeRequest } from '../../../service/own-requests.ts';
import { ownWords } from '../words.ts';
import { type AskField, askPage } from './view.tsx';

const MOST = 2000;
const LINE = /^[0-9a-z]{26}$/;

/** GET /mijn/verzoeken/nieuw; `regel`: the line of the log that a question is about, `soort`: the kind. */
export async function showAsk(ground: OversightGround, ask: Ask): Promise<Answer> {
  const draft = await ask.draft();
  const line = ask.query('regel');
  const values = draft ?? {
    ...(line && LINE.test(line) ? { about: line, kind: 'question' } : {}),
    ...(isRequestKind(ask.query('soort') ?? '') ? { kind: ask.query('soort')! } : {}),
  };
  return askPage(ask.context, ground.definitions.in(ask.context.lang).region.crisis, { values });
}

/** POST /mijn/verzoeken/nieuw */
export async function sendAsk(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = ownWords(ask.context.lang).ask;
  const again = (errors: FormState<AskField>['errors']): Answer => ({
    again: askPage(ask.context, ground.definitions.in(ask.context.lang).region.crisis, {
      values: ask.posted,
      errors: errors ?? {},
    }),
  });
  const read = readAsk(ask.posted, words);
  if (!read.ok) return again(read.errors);
  const made = await makeRequest(ground, ask.actor, read.value, ask.door);
  if (made.ok) return { to: '/mijn/verzoeken', flash: { kind: 'good', text: words.sent(made.value) } };
  if (made.problem.kind === 'unprocessable') return again({ kind: textIn(made.problem.text, ask.context.lang) });
  return { problem: made.problem };
}

type Read =
  | { readonly ok: true; readonly value: Asking }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<AskField, string>>> };

function readAsk(posted: Posted, words: ReturnType<typeof ownWords>['ask']): Read {
  const [kind, said, about] = [text(posted, 'kind'), text(posted, 'said'), text(posted, 'about')];
  const errors: Partial<Record<AskField, string>> = {};
  if (!isRequestKind(kind)) errors.kind = words.chooseKind;
  if (said === '' && kind !== 'see') errors.said = words.writeSomething;
  if (said.length > MOST) errors.said = words.tooLong;
  if (!isRequestKind(kind) || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, value: { kind, said, ...(LINE.test(about) ? { about } : {}) } };
}
