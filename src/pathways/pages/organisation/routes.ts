import type { Hono } from 'hono';
import type { Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { answerInvitationToWork, showInvitation } from './accept/handler.ts';
import { keepAway, showAway } from './away/handler.ts';
import { recordDeparture, showDeparture } from './departure/handler.ts';
import { downloadOwnFigures, showOwnFigures } from './figures/handler.ts';
import { sendInvite, showInvite } from './invite/handler.ts';
import { showOverview } from './overview/handler.ts';
import { resend, showPeople, withdraw } from './people/handler.ts';
import { confirmPerson, handOverDuringLeave, returnFromLeave, showPerson, untie } from './person/handler.ts';
import { showRights } from './rights/handler.ts';
import { changeRole, giveColleagueRole, showGiveRole, showRole } from './role/handler.ts';
import { keepTie, showTeams, showTie } from './teams/handler.ts';

const ADMIN = { roles: ['organisation-admin'] } as const;
const PERSON = '/organisatie/mensen/:person';

/** The pages of an organisation's administrator, and the one that invitations lead to. */
export function organisationRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  const { publicUrl } = kit.config;
  const page = (
    path: string,
    show: (
      ground: PathwayGround,
      ask: Parameters<Parameters<Kit['page']>[1]>[0],
    ) => ReturnType<Parameters<Kit['page']>[1]>,
  ) =>
    app.get(
      path,
      kit.page(ADMIN, (ask) => show(ground, ask)),
    );
  const form = (path: string, send: Parameters<Kit['form']>[1], from?: (path: string) => string) =>
    app.post(path, kit.form({ ...ADMIN, ...(from ? { formPath: (c) => from(c.req.path) } : {}) }, send));
  const ofPerson = (path: string) => path.slice(0, path.lastIndexOf('/'));

  page('/organisatie', showOverview);
  page('/organisatie/mensen', showPeople);
  page('/organisatie/mensen/nieuw', showInvite);
  form('/organisatie/mensen/nieuw', (ask) => sendInvite(ground, publicUrl, ask));
  const list = () => '/organisatie/mensen';
  form('/organisatie/uitnodiging/:invite/opnieuw', (ask) => resend(ground, publicUrl, ask), list);
  form('/organisatie/uitnodiging/:invite/intrekken', (ask) => withdraw(ground, ask), list);
  page(PERSON, showPerson);
  form(`${PERSON}/klopt`, (ask) => confirmPerson(ground, ask), ofPerson);
  form(`${PERSON}/overdragen`, (ask) => handOverDuringLeave(ground, ask), ofPerson);
  form(`${PERSON}/terug`, (ask) => returnFromLeave(ground, ask), ofPerson);
  form(`${PERSON}/ontkoppelen`, (ask) => untie(ground, ask), ofPerson);
  page(`${PERSON}/rol`, showGiveRole);
  form(`${PERSON}/rol`, (ask) => giveColleagueRole(ground, ask));
  page(`${PERSON}/rol/:role`, showRole);
  form(`${PERSON}/rol/:role`, (ask) => changeRole(ground, ask));
  page(`${PERSON}/afwezig`, showAway);
  form(`${PERSON}/afwezig`, (ask) => keepAway(ground, ask));
  page(`${PERSON}/vertrek`, showDeparture);
  form(`${PERSON}/vertrek`, (ask) => recordDeparture(ground, ask));
  page('/organisatie/teams', showTeams);
  page('/organisatie/teams/:practice', showTie);
  form('/organisatie/teams/:practice', (ask) => keepTie(ground, ask));
  page('/organisatie/rechten', showRights);
  page('/organisatie/cijfers', showOwnFigures);
  page('/organisatie/cijfers/bestand', downloadOwnFigures);
  app.get(
    '/uitnodiging/:secret',
    kit.publicPage((ask) => showInvitation(ground, kit, ask)),
  );
  app.post(
    '/uitnodiging/:secret',
    kit.publicForm({}, (ask) => answerInvitationToWork(ground, kit, ask)),
  );
}
