import type { Region } from '../../../../content/index.ts';
import { type Ground, localDate, type Problem, textIn } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { changedFields } from '../../../model/index.ts';
import type { Search } from '../../../search/search.ts';
import { confirmService, keepService, openOwnService } from '../../../upkeep/keep.ts';
import { upkeepWords } from '../words.ts';
import { fieldsOf, readEdit } from './form.ts';
import { editPage } from './view.tsx';

export type UpkeepHouse = { readonly ground: Ground; readonly region: Region; readonly search: Search };

const LIST = '/aanbod/diensten';

/** GET /aanbod/diensten/:service */
export async function showEdit({ ground }: UpkeepHouse, ask: Ask): Promise<Answer> {
  const own = await openOwnService(ground, ask.actor, ask.param('service'), ask.door);
  if (!own.ok) return { problem: own.problem };
  const values = (await ask.draft()) ?? fieldsOf(own.value.service);
  return editPage(ask.context, own.value, { values });
}

/** POST /aanbod/diensten/:service */
export async function saveEdit({ ground, region, search }: UpkeepHouse, ask: FormAsk): Promise<Answer> {
  const words = upkeepWords(ask.context.lang);
  const id = ask.param('service');
  const own = await openOwnService(ground, ask.actor, id, ask.door);
  if (!own.ok) return { problem: own.problem };
  const form = readEdit(ask.posted, localDate(ground.clock.now()), words.mistakes);
  const version = versionOf(ask);
  if (!form.ok)
    return { again: editPage(ask.context, { ...own.value, version }, { values: ask.posted, errors: form.errors }) };
  const saved = await keepService(ground, region, ask.actor, { id, version, change: form.value }, ask.door);
  if (saved.ok) {
    search.changed();
    return { to: LIST, flash: { kind: 'good', text: words.saved({ service: saved.value.service.name }) } };
  }
  if (saved.problem.kind !== 'conflict') return { problem: saved.problem };
  // Somebody was first: what was typed stays, beside what it says now; sending it again is a choice made knowingly.
  const now = await openOwnService(ground, ask.actor, id, ask.door);
  if (!now.ok) return { problem: now.problem };
  const differs = changedFields(now.value.service, { ...now.value.service, ...form.value });
  return {
    again: editPage(ask.context, now.value, {
      values: ask.posted,
      conflict: { text: said(saved.problem, ask), differs },
    }),
  };
}

/** POST /aanbod/diensten/:service/klopt */
export async function confirm({ ground, region }: UpkeepHouse, ask: FormAsk): Promise<Answer> {
  const words = upkeepWords(ask.context.lang);
  const asked = { id: ask.param('service'), version: versionOf(ask) };
  const saved = await confirmService(ground, region, ask.actor, asked, ask.door);
  if (saved.ok)
    return { to: LIST, flash: { kind: 'good', text: words.confirmed({ service: saved.value.service.name }) } };
  if (saved.problem.kind !== 'conflict') return { problem: saved.problem };
  return { to: `${LIST}/${asked.id}`, flash: { kind: 'error', text: said(saved.problem, ask) } };
}

const versionOf = (ask: FormAsk): number => Number(/^\d{1,9}$/.exec(text(ask.posted, 'version'))?.[0] ?? 0);
const said = (problem: Problem, ask: Ask): string => textIn(problem.text, ask.context.lang);
