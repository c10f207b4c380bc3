import type { FormState } from '../../../ui/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import type { LogQuestion } from '../../model/log-question.ts';
import { exportLog, readLog, workersMeant } from '../../service/log.ts';
import { residentMeant } from '../resident.ts';
import { privacyWords } from '../words.ts';
import { csvOf } from './csv.ts';
import { type LogField, readLogQuestion } from './form.ts';
import { logPage } from './view.tsx';

/** GET /privacy */
export async function showLog(ground: OversightGround, ask: Ask): Promise<Answer> {
  const asked = ask.c.req.query();
  const values = asked as NonNullable<FormState<LogField>['values']>;
  const organisations = ground.definitions.region.organisations.map(({ id, name }) => ({ value: id, label: name }));
  const question = await questionOf(ground, ask);
  if (!question.ok)
    return { again: logPage(ask.context, organisations, undefined, { values, errors: question.errors }) };
  const found = await readLog(ground, ask.actor, question.value, ask.door);
  if (!found.ok) return { problem: found.problem };
  const { lines, next } = found.value;
  const nextHref = next && `/privacy?${new URLSearchParams({ ...asked, na: next })}`;
  const { na: _page, ...all } = asked;
  const csvHref = `/privacy/logboek.csv?${new URLSearchParams(all)}`;
  const { organisationName } = ground.definitions;
  return logPage(ask.context, organisations, { lines, nextHref, csvHref, organisationName }, { values });
}

/** GET /privacy/logboek.csv: what was found, to take along. */
export async function takeLog(ground: OversightGround, ask: Ask): Promise<Answer> {
  const question = await questionOf(ground, ask);
  if (!question.ok) return { to: `/privacy?${new URLSearchParams(ask.c.req.query())}` };
  const found = await exportLog(ground, ask.actor, question.value, ask.door);
  if (!found.ok) return { problem: found.problem };
  return new Response(csvOf(found.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="logboek.csv"',
      'cache-control': 'no-store',
    },
  });
}

type Asked =
  | { readonly ok: true; readonly value: LogQuestion }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<LogField, string>>> };

async function questionOf(ground: OversightGround, ask: Ask): Promise<Asked> {
  const words = privacyWords(ask.context.lang).log;
  const form = readLogQuestion(ask.c.req.query(), words);
  if (!form.ok) return form;
  const { typedResident, typedPerson, ...question } = form.value;
  const resident = typedResident ? await residentMeant(ground, ask.actor, typedResident) : undefined;
  if (typedResident && !resident) return { ok: false, errors: { inwoner: words.unknownCase } };
  const persons = typedPerson ? await workersMeant(ground, ask.actor, typedPerson) : undefined;
  return { ok: true, value: { ...question, ...(resident ? { resident } : {}), ...(persons ? { persons } : {}) } };
}
