import {
  listStaff,
  openInvites,
  organisationOf,
  oversee,
  resendInvite,
  STAFF_VIEWS,
  type StaffView,
  withdrawInvite,
} from '../../../../directory/index.ts';
import { ABSENT, localDate } from '../../../../platform/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { adminPaths, serviceNames } from '../paths.ts';
import { peoplePage } from './view.tsx';
import { peopleWords } from './words.ts';

/** GET /organisatie/mensen: one page of the people, and the invitations that wait. */
export async function showPeople(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const asked = ask.query('wie');
  const view: StaffView = STAFF_VIEWS.find((one) => one === asked) ?? 'active';
  const name = ask.query('naam')?.trim() ?? '';
  const after = ask.query('na');
  const organisation = await oversee(ground, ask.actor, ask.door, { type: 'Organization' }, (trx) =>
    organisationOf(trx, ask.actor.organisation),
  );
  if (!organisation.ok) return { problem: organisation.problem };
  const people = await listStaff(
    ground,
    ask.actor,
    { view, ...(name ? { name } : {}), ...(after ? { after } : {}) },
    ask.door,
  );
  if (!people.ok) return { problem: people.problem };
  const invites = await openInvites(ground, ask.actor, ask.door);
  if (!invites.ok) return { problem: invites.problem };
  return peoplePage(ask.context, {
    view,
    name,
    ...people.value,
    first: !after,
    invites: invites.value.invites,
    nameOf: serviceNames(organisation.value),
    today: localDate(ground.clock.now()),
  });
}

/** POST /organisatie/uitnodiging/:invite/opnieuw */
export async function resend(ground: PathwayGround, publicUrl: string, ask: FormAsk): Promise<Answer> {
  const done = await resendInvite(ground, ask.actor, ask.param('invite'), publicUrl, ask.door);
  if (!done.ok) return refused(ask, done.problem);
  return { to: adminPaths.people, flash: { kind: 'good', text: peopleWords(ask.context.lang).resent } };
}

/** POST /organisatie/uitnodiging/:invite/intrekken */
export async function withdraw(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const done = await withdrawInvite(ground, ask.actor, ask.param('invite'), ask.door);
  if (!done.ok) return refused(ask, done.problem);
  return { to: adminPaths.people, flash: { kind: 'good', text: peopleWords(ask.context.lang).withdrawn } };
}

function refused(ask: FormAsk, problem: typeof ABSENT): Answer {
  return problem.kind === 'absent'
    ? { problem: ABSENT }
    : { problem, action: { href: adminPaths.people, label: peopleWords(ask.context.lang).title } };
}
