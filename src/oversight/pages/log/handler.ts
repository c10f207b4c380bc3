import type { FormState } from '../../../ui/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { readLog } from '../../service/log.ts';
import { residentMeant } from '../resident.ts';
import { privacyWords } from '../words.ts';
import { type LogField, readLogQuestion } from './form.ts';
import { logPage } from './view.tsx';

/** GET /privacy */
export async function showLog(ground: OversightGround, ask: Ask): Promise<Answer> {
  const words = privacyWords(ask.context.lang).log;
  const asked = ask.c.req.query();
  const values = asked as NonNullable<FormState<LogField>['values']>;
  const form = readLogQuestion(asked, words);
  if (!form.ok) return { again: logPage(ask.context, undefined, { values, errors: form.errors }) };
  const { typedResident, ...question } = form.value;
  const resident = typedResident ? await residentMeant(ground, ask.actor, typedResident) : undefined;
  if (typedResident && !resident)
    return { again: logPage(ask.context, undefined, { values, errors: { inwoner: words.unknownCase } }) };
  const found = await readLog(ground, ask.actor, { ...question, ...(resident ? { resident } : {}) }, ask.door);
  if (!found.ok) return { problem: found.problem };
  const { lines, next } = found.value;
  const nextHref = next && `/privacy?${new URLSearchParams({ ...asked, na: next })}`;
  return logPage(ask.context, { lines, nextHref, organisationName: ground.definitions.organisationName }, { values });
}
