import { ABSENT, residentOf } from '../../../../platform/index.ts';
import { formatDate } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { planConversation } from '../../../service/contact.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import type { CoachParts } from '../parts.ts';
import { readAppointment } from './form.ts';
import { appointmentPage } from './view.tsx';
import { appointmentWords } from './words.ts';

/** GET /werk/zaak/:case/afspraak */
export async function showAppointment(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(parts, ask, (on, shown) => appointmentPage(ask.context, on, shown), form);
}

/** POST /werk/zaak/:case/afspraak */
export async function addAppointment(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const again = (errors: Readonly<Record<string, string>>) =>
    showAppointment(parts, ask, { values: ask.posted, errors });
  const read = readAppointment(ask.posted, ask.context.lang);
  if (!read.ok) return again(read.errors);
  const done = await planConversation(parts.ground, ask.actor, { resident, caseId, ...read.value }, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['date', 'time', 'place', 'about'], again);
  const when = `${formatDate(read.value.date, 'weekday', ask.context.lang)}, ${read.value.time}`;
  return {
    to: paths.case(caseId),
    flash: { kind: 'good', text: appointmentWords(ask.context.lang).done({ when }) },
  };
}
