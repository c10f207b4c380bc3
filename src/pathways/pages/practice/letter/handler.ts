import { ABSENT, residentOf } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { outcomeLetter } from '../../../letter/index.ts';
import { openCase } from '../../../read/case.ts';
import type { PracticeParts } from '../parts.ts';
import { letterPage } from './view.tsx';

/** GET /praktijk/verwijzing/:case/brief: what the team answered, as a letter to print; absent while there is no answer. */
export async function showLetter({ ground }: PracticeParts, ask: Ask): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const found = await openCase(ground, ask.actor, { resident, caseId }, ask.door);
  if (!found.ok) return { problem: found.problem };
  const { first: request, firstTask: task, patient } = found.value;
  const letter =
    request && task && patient
      ? outcomeLetter(
          ground.definitions.in(ask.context.lang),
          { request, task, patient, at: new Date(String(task.lastModified ?? ground.clock.now().toISOString())) },
          ask.context.lang,
        )
      : undefined;
  const name = letter?.facts[0]?.value ?? '';
  return letter ? letterPage(ask.context, { letter, caseId, name }) : { problem: ABSENT };
}
