import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { tiedTeam } from '../../../read/tie.ts';
import { refer } from '../../../service/refer.ts';
import { idIn } from '../../../shapes.ts';
import { loosened, paths, refusalOf } from '../../shared/index.ts';
import { foundIn, lapsed, type PracticeParts } from '../parts.ts';
import type { Found } from '../ticket.ts';
import { readReferral } from './form.ts';
import { checkPage, type ReferralGround, referPage } from './view.tsx';
import { referWords } from './words.ts';

/** The pathway that practices refer on: the first one they may ask for. */
async function groundOf(
  ground: PathwayGround,
  ask: Ask,
  found: Found,
  ticket: string,
): Promise<ReferralGround | undefined> {
  const definitions = ground.definitions.in(ask.context.lang);
  const content = definitions.region.pathways.find((one) => one.hops[0]?.requesters.includes(ask.actor.role));
  if (!content) return undefined;
  const pathway = definitions.pathway(content.id);
  const team = (await tiedTeam(ground, idIn(ask.actor.organisation)))?.team;
  return {
    found,
    ticket,
    pathway,
    consent: definitions.consentText(pathway.hops[0]!.consentText),
    crisis: definitions.region.crisis,
    team: team ? definitions.organisationName(team) : undefined,
  };
}

const NO_PATHWAY: Answer = {
  problem: {
    kind: 'absent',
    text: { nl: 'Uw praktijk kan hier niet verwijzen.', en: 'Your practice cannot refer here.' },
  },
};

/** GET /praktijk/verwijzing/nieuw?voor= */
export async function showRefer(parts: PracticeParts, ask: Ask): Promise<Answer> {
  const values = await ask.draft();
  const ticket = ask.query('voor') ?? (values ? text(values, 'voor') : '');
  const found = foundIn(parts, ask, ticket);
  if (!found) return lapsed(ask);
  const on = await groundOf(parts.ground, ask, found, ticket);
  return on ? referPage(ask.context, on, values ? { values } : {}) : NO_PATHWAY;
}

/** POST /praktijk/verwijzing/nieuw: check the answers, change them, or send. */
export async function makeReferral(parts: PracticeParts, ask: FormAsk): Promise<Answer> {
  const values = ask.posted;
  const ticket = text(values, 'voor');
  const found = foundIn(parts, ask, ticket);
  if (!found) return lapsed(ask);
  const on = await groundOf(parts.ground, ask, found, ticket);
  if (!on) return NO_PATHWAY;
  if (text(values, 'step') === 'change')
    return referPage(ask.context, on, { values: loosened(values, (name) => name === 'reasons') });
  const read = readReferral(values, on.pathway, ask.context.lang);
  if (!read.ok) return { again: referPage(ask.context, on, { values, errors: read.errors }) };
  if (text(values, 'step') !== 'send') return checkPage(ask.context, on, read.value);
  const made = await refer(
    parts.ground,
    ask.actor,
    {
      resident: found.resident,
      pathway: on.pathway.id,
      ...read.value,
      agreed: true,
      ...(found.from ? { startedFrom: found.from } : {}),
    },
    ask.door,
  );
  if (!made.ok) {
    const errors = refusalOf(made.problem, ['reasons', 'urgency', 'note', 'agreed'], 'reasons', ask.context.lang);
    const again = loosened(values, (name) => name === 'reasons');
    return errors ? { again: referPage(ask.context, on, { values: again, errors }) } : { problem: made.problem };
  }
  return {
    to: paths.referral(made.value.caseId),
    flash: {
      kind: 'good',
      text: referWords(ask.context.lang).sent({ number: made.value.number, team: on.team ?? '' }),
    },
  };
}
