import { INVITE_DAYS, invite, type OwnOrganisation, organisationOf, oversee } from '../../../../directory/index.ts';
import type { Result } from '../../../../platform/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { adminPaths } from '../paths.ts';
import { readInvite } from './form.ts';
import { invitePage } from './view.tsx';
import { inviteWords } from './words.ts';

const own = (ground: PathwayGround, ask: Ask): Promise<Result<OwnOrganisation>> =>
  oversee(ground, ask.actor, ask.door, { type: 'Organization' }, (trx) => organisationOf(trx, ask.actor.organisation));

/** GET /organisatie/mensen/nieuw */
export async function showInvite(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const organisation = await own(ground, ask);
  if (!organisation.ok) return { problem: organisation.problem };
  const page = invitePage(ask.context, organisation.value, form ?? { values: (await ask.draft()) ?? {} });
  return form ? { again: page } : page;
}

/** POST /organisatie/mensen/nieuw */
export async function sendInvite(ground: PathwayGround, publicUrl: string, ask: FormAsk): Promise<Answer> {
  const organisation = await own(ground, ask);
  if (!organisation.ok) return { problem: organisation.problem };
  const values = ask.posted;
  const read = readInvite(values, organisation.value, ask.context.lang);
  if (!read.ok) return showInvite(ground, ask, { values, errors: read.errors });
  const done = await invite(ground, ask.actor, read.value, publicUrl, ask.door);
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['given', 'family', 'mail', 'role', 'services'], 'mail', ask.context.lang);
    return errors ? showInvite(ground, ask, { values, errors }) : { problem: done.problem };
  }
  const name = `${read.value.given} ${read.value.family}`;
  return {
    to: adminPaths.people,
    flash: { kind: 'good', text: inviteWords(ask.context.lang).sent({ name, days: INVITE_DAYS }) },
  };
}
