import { ABSENT, type Result, withActor } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { caseByNumber, otherCases } from '../../../read/merged.ts';
import { mergeRecords, unmergeRecords } from '../../../service/merge.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePath, type Opened, openCaseOf, openLife } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { askPage, comparePage, mergedPage } from './view.tsx';
import { mergeWords } from './words.ts';

/** GET …/samenvoegen: asks for the other record; where it is merged already, says with what. */
export async function showMerge(ground: PathwayGround, ask: Ask, form?: Shown, other?: Opened): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const [merged] = on.view.merged;
  if (merged) {
    const others = await otherCases(ground, ask.actor, on.resident);
    return mergedPage(ask.context, on, {
      at: merged.at,
      by: merged.by_name,
      since: await writtenSince(ground, ask, merged.survivor, merged.at),
      others: others.map((one) => ({ ...one, href: lifePath(ask.actor.role, one.case_id) })),
    });
  }
  const page = other ? comparePage(ask.context, on, other, form ?? {}) : askPage(ask.context, on, form ?? {});
  return form?.errors ? { again: page } : page;
}

/** How much was written in the record that goes on since the merging, as far as this actor sees it. */
async function writtenSince(ground: PathwayGround, ask: Ask, survivor: string, at: Date): Promise<number> {
  return withActor(ground, ask.actor, { kind: 'resident', resident: survivor }, async (trx) => {
    const { rows } = await trx.query<{ n: number }>(
      "select count(*)::int as n from record.timeline where resident_id = $1 and at > $2 and type <> 'Patient'",
      [survivor, at],
    );
    return rows[0]?.n ?? 0;
  });
}

async function theOther(ground: PathwayGround, ask: FormAsk): Promise<Result<Opened>> {
  const found = await caseByNumber(ground, ask.actor, text(ask.posted, 'number'));
  return found ? openCaseOf(ground, ask, found.caseId) : { ok: false, problem: ABSENT };
}

/** POST …/samenvoegen: first side by side, then merged. */
export async function merge(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const words = mergeWords(ask.context.lang);
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const here = opened.value;
  const values = ask.posted;
  const other = await theOther(ground, ask);
  if (!other.ok || other.value.resident === here.resident)
    return showMerge(ground, ask, { values, errors: { number: words.mistakes.number } });
  const there = other.value;
  if (text(values, 'step') !== 'merge') return showMerge(ground, ask, {}, there);
  const keep = text(values, 'keep');
  const checked = text(values, 'checked') !== '';
  const errors = {
    ...(keep === 'here' || keep === 'there' ? {} : { keep: words.mistakes.keep }),
    ...(checked ? {} : { checked: words.mistakes.checked }),
  };
  if (Object.keys(errors).length > 0) return showMerge(ground, ask, { values, errors }, there);
  const [goesOn, ends] = keep === 'here' ? [here, there] : [there, here];
  const done = await mergeRecords(ground, ask.actor, { goesOn, ends, checked }, ask.door);
  if (!done.ok) {
    const wrong = refusalOf(done.problem, ['keep', 'checked'], 'keep', ask.context.lang);
    return wrong ? showMerge(ground, ask, { values, errors: wrong }, there) : { problem: done.problem };
  }
  return { to: here.path('samenvoegen'), flash: { kind: 'good', text: words.done } };
}

/** POST …/samenvoegen/uit-elkaar */
export async function takeApart(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const words = mergeWords(ask.context.lang);
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const here = opened.value;
  const [other] = await otherCases(ground, ask.actor, here.resident);
  const back = { href: here.path('samenvoegen'), label: lifeWords(ask.context.lang).back };
  if (!other) return { problem: ABSENT, action: back };
  const what = { one: here, other: { resident: other.resident_id, caseId: other.case_id } };
  const done = await unmergeRecords(ground, ask.actor, what, ask.door);
  if (!done.ok) return { problem: done.problem, action: back };
  return { to: here.path(), flash: { kind: 'good', text: words.apartDone } };
}
