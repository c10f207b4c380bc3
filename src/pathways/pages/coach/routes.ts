import type { Hono } from 'hono';
import type { RoleCode } from '../../../platform/index.ts';
import type { Answer, Ask, FormAsk, Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { calendarPath, FORM_FILES, fetchCalendar, paths, showTimeline } from '../shared/index.ts';
import { showAllOnPaper } from './all/handler.tsx';
import {
  addAppointment,
  callOff,
  change,
  settle,
  showAppointment,
  showChange,
  showOff,
} from './appointment/handler.ts';
import { assignCase, showAssign } from './assign/handler.ts';
import { closeOnward, resume, showCase } from './case/handler.ts';
import { addContact, showContact } from './contact/handler.ts';
import { removeContactFile, sayContactMistake, showContactMistake } from './contact-mistake/handler.ts';
import { keepConversation, showConversation } from './conversation/handler.ts';
import { finish, showFinish } from './finish/handler.ts';
import { keepFollowUp, showFollowUp } from './followup/handler.ts';
import { giveBack, handOver, showHandOver } from './handover/handler.ts';
import { sendCaseMessage, showCaseMessages, showTeamMessages } from './messages/handler.ts';
import { answerOffer, showOffer } from './offer/handler.ts';
import { showWithdraw, withdraw } from './onward/handler.ts';
import { showPaper } from './paper/handler.ts';
import { type CoachParts, type mayDo, TEAM } from './parts.ts';
import { pause, showPause } from './pause/handler.ts';
import { savePlan, showPlan } from './plan/handler.tsx';
import { seekServices, showWish } from './services/handler.ts';
import { keepWishes, showCodeWord, showWishes } from './wishes/handler.ts';
import { assignChosen, showWorklist } from './worklist/handler.ts';

type Show = (parts: CoachParts, ask: Ask) => Promise<Answer>;
type Do = (parts: CoachParts, ask: FormAsk) => Promise<Answer>;

/** The pages of a team of welfare coaches: the list, an answer, a case, and what is done with it. */
export function coachRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  const parts = { ground, kit };
  const page = (path: string, show: Show, roles: readonly RoleCode[] = TEAM) =>
    app.get(
      path,
      kit.page({ roles }, (ask) => show(parts, ask)),
    );
  const form = (path: string, act: Do, roles: readonly RoleCode[] = TEAM) =>
    app.post(
      path,
      kit.form({ roles }, (ask) => act(parts, ask)),
    );
  const button = (path: string, act: Do) =>
    app.post(
      path,
      kit.form({ roles: TEAM, formPath: (c) => paths.case(c.req.param('case') ?? '') }, (ask) => act(parts, ask)),
    );
  const may = (act: Parameters<typeof mayDo>[2]) =>
    TEAM.filter((role) =>
      ground.access.some((row) => row.role === role && row.relation === 'case-team' && row.acts.includes(act)),
    );
  const one = '/werk/zaak/:case';

  page(paths.work, showWorklist);
  app.post(
    paths.assignMany,
    kit.form({ roles: TEAM, formPath: () => paths.work }, (ask) => assignChosen(parts, ask)),
  );
  app.post(
    paths.handBack,
    kit.form({ roles: TEAM, formPath: () => paths.handOver }, (ask) => giveBack(parts, ask)),
  );
  page(paths.handOver, showHandOver);
  form(paths.handOver, handOver);
  page(paths.messages, showTeamMessages);
  page('/werk/aanmelding/:task', showOffer);
  form('/werk/aanmelding/:task', answerOffer);
  page(one, showCase);
  page(`${one}/contact`, showContact);
  app.post(
    `${one}/contact`,
    kit.form({ roles: TEAM, files: FORM_FILES }, (ask) => addContact(parts, ask)),
  );
  page(`${one}/contact/:contact/herstel`, showContactMistake);
  form(`${one}/contact/:contact/herstel`, sayContactMistake);
  button(`${one}/contact/:contact/bijlage/:file/weg`, removeContactFile);
  page(`${one}/berichten`, showCaseMessages);
  form(`${one}/berichten`, sendCaseMessage);
  page(`${one}/voorkeuren`, showWishes);
  form(`${one}/voorkeuren`, keepWishes);
  button(`${one}/codewoord`, showCodeWord);
  page(`${one}/afspraak`, showAppointment);
  form(`${one}/afspraak`, addAppointment);
  page(`${one}/afspraak/:appointment/wijzigen`, showChange);
  form(`${one}/afspraak/:appointment/wijzigen`, change);
  page(`${one}/afspraak/:appointment/afzeggen`, showOff);
  form(`${one}/afspraak/:appointment/afzeggen`, callOff);
  button(`${one}/afspraak/:appointment/geweest`, settle);
  page(calendarPath.work(':file').replace('.ics', ''), ({ ground }, ask) => fetchCalendar(ground, ask));
  page(`${one}/gesprek`, showConversation, may('converse'));
  form(`${one}/gesprek`, keepConversation, may('converse'));
  page(`${one}/terugkijken`, showFollowUp, may('answer-questions'));
  form(`${one}/terugkijken`, keepFollowUp, may('answer-questions'));
  page(`${one}/plan`, showPlan, may('plan'));
  form(`${one}/plan`, savePlan, may('plan'));
  page(`${one}/tijdlijn`, ({ ground }, ask) =>
    showTimeline(ground, ask, {
      anchor: { type: 'ServiceRequest', id: ask.param('case') },
      back: paths.case(ask.param('case')),
    }),
  );
  page(`${one}/papier`, showPaper);
  page(`${one}/alles`, showAllOnPaper);
  page(`${one}/plek`, showWish, may('refer-on'));
  form(`${one}/plek`, seekServices, may('refer-on'));
  page(`${one}/aanmelding/:request/intrekken`, showWithdraw);
  form(`${one}/aanmelding/:request/intrekken`, withdraw);
  button(`${one}/aanmelding/:request/sluiten`, closeOnward);
  page(`${one}/pauze`, showPause);
  form(`${one}/pauze`, pause);
  button(`${one}/hervat`, resume);
  page(`${one}/toewijzen`, showAssign);
  form(`${one}/toewijzen`, assignCase);
  page(`${one}/afronden`, showFinish, may('close-own'));
  form(`${one}/afronden`, finish, may('close-own'));
}
