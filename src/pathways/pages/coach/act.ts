import type { Problem } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { caseWords, paths, refusalOf, type Shown } from '../shared/index.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from './parts.ts';

/**
 * Shows a form on a case: fresh, with what was typed before a sign-in ran out, or again with its mistakes (`form`).
 * A case that is over, or not begun, leads back to its own page, which says so.
 */
export async function showAct(
  parts: CoachParts,
  ask: Ask,
  render: (on: OpenedCase, form: Shown) => string | Promise<string>,
  form?: Shown,
): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { row, firstTask } = opened.value.view;
  if (!row || row.closed_at || firstTask?.status === 'requested') return { to: paths.case(opened.value.caseId) };
  const draft = form ? undefined : await ask.draft();
  const page = await render(opened.value, form ?? (draft ? { values: draft } : {}));
  return form ? { again: page } : page;
}

/** A refusal: on the form where the form can help, a page of its own otherwise. */
export function refused(
  ask: Ask,
  problem: Problem,
  fields: readonly string[],
  again: (errors: Readonly<Record<string, string>>) => Promise<Answer>,
): Answer | Promise<Answer> {
  const errors = refusalOf(problem, fields, fields[0] ?? '', ask.context.lang);
  if (errors) return again(errors);
  return { problem, action: { href: paths.case(ask.param('case')), label: caseWords(ask.context.lang).back } };
}
