import type { Answer, Ask } from '../../../../web/index.ts';
import { contactDetailsOf } from '../../../read/contact-details.ts';
import { idIn } from '../../../shapes.ts';
import { paths } from '../../shared/index.ts';
import { MEASURE } from '../conversation/view.tsx';
import { lookBackOf } from '../followup/handler.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { PAPERS, paperPage } from './view.tsx';

/** GET /werk/zaak/:case/papier?soort= */
export async function showPaper(parts: CoachParts, ask: Ask): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  if (!on.view.row || !on.person) return { to: paths.case(on.caseId) };
  // On paper goes what the resident reads, whatever the screen is in.
  const language = on.view.patient && contactDetailsOf(on.view.patient).language === 'en' ? 'en' : 'nl';
  const definitions = parts.ground.definitions.in(language);
  const kind = PAPERS.find((one) => one === ask.query('soort')) ?? 'brief';
  const { conversation, measure } = on.pathway.questionnaires;
  const talk = [
    ...(conversation ? [{ questionnaire: definitions.questionnaire(conversation), prefix: '' }] : []),
    ...(measure ? [{ questionnaire: definitions.questionnaire(measure), prefix: MEASURE }] : []),
  ];
  return paperPage(ask.context, on, {
    kind,
    language,
    questionnaires: kind === 'gesprek' ? talk : kind === 'terugkijken' ? lookBackOf(definitions, on) : [],
    sender: definitions.region.organisations.find((one) => one.id === idIn(ask.actor.organisation)),
    coach: on.view.row.assignee_name ?? ask.actor.name,
    team: definitions.organisationName(idIn(on.view.row.team)),
  });
}
