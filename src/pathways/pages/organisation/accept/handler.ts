import { acceptInvitation, readInvitation } from '../../../../directory/index.ts';
import type { Actor, Problem } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, type Kit, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { confirmPage, invitationPage, notMePage } from './view.tsx';
import { acceptWords } from './words.ts';

type Anyone = Actor | undefined;

/** Where links of invitations lead: who comes back there from the identity provider may be nobody here yet. */
export const isInvitation = (path: string): boolean => /^\/uitnodiging\/[\w-]{43}$/.test(path);

/** GET /uitnodiging/:secret: what it is; once the identity provider vouched for somebody, whether it is them. */
export async function showInvitation(ground: PathwayGround, kit: Kit, ask: Ask<Anyone>): Promise<Answer> {
  const secret = ask.param('secret');
  const who = kit.arrived(ask.c);
  const found = await readInvitation(ground, secret, who);
  if (!found.ok) return failed(kit, ask, found.problem);
  return who ? confirmPage(ask.context, secret, found.value) : invitationPage(ask.context, secret, found.value);
}

/** POST /uitnodiging/:secret: yes, this is me; or no. */
export async function answerInvitationToWork(ground: PathwayGround, kit: Kit, ask: FormAsk<Anyone>): Promise<Answer> {
  const words = acceptWords(ask.context.lang);
  const secret = ask.param('secret');
  const who = kit.arrived(ask.c);
  if (text(ask.posted, 'answer') !== 'yes') {
    kit.forget(ask.c);
    return notMePage(ask.context);
  }
  if (!who)
    return {
      problem: { kind: 'conflict', text: words.lost },
      action: { href: `/inloggen?terug=/uitnodiging/${secret}`, label: words.again },
    };
  const invitation = await readInvitation(ground, secret, who);
  const done = invitation.ok ? await acceptInvitation(ground, secret, who, ask.door) : invitation;
  if (!done.ok || !invitation.ok) return failed(kit, ask, done.ok ? LOST : done.problem);
  const entered = await kit.letIn(ask.c, who, ask.door);
  if (!entered.ok) return { problem: entered.problem };
  return { to: entered.value.to };
}

const LOST: Problem = { kind: 'gone', text: '' };

/** Says why it does not work; who came is forgotten, so that another account can be used. */
function failed(kit: Kit, ask: Ask<Anyone>, problem: Problem): Answer {
  kit.forget(ask.c);
  const words = acceptWords(ask.context.lang);
  return problem.kind === 'conflict'
    ? { problem, action: { href: `/inloggen?terug=/uitnodiging/${ask.param('secret')}`, label: words.again } }
    : { problem };
}
