import type { Answer, Ask } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { readGrants } from '../../service/log.ts';
import { residentMeant } from '../resident.ts';
import { privacyWords } from '../words.ts';
import { grantsPage } from './view.tsx';

/** GET /privacy/inwoner */
export async function showGrants(ground: OversightGround, ask: Ask): Promise<Answer> {
  const typed = ask.query('inwoner')?.trim() ?? '';
  const partyName = (reference: string) =>
    ground.definitions.organisationName(reference.slice(reference.indexOf('/') + 1));
  if (!typed) return grantsPage(ask.context, undefined, partyName);
  const values = { inwoner: typed };
  const resident = await residentMeant(ground, ask.actor, typed);
  if (!resident) {
    const errors = { inwoner: privacyWords(ask.context.lang).log.unknownCase };
    return { again: grantsPage(ask.context, undefined, partyName, { values, errors }) };
  }
  const grants = await readGrants(ground, ask.actor, resident, ask.door);
  if (!grants.ok) return { problem: grants.problem };
  return grantsPage(ask.context, grants.value, partyName, { values });
}
