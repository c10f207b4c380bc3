import { localDate, mistakesIn, textIn } from '../../../../platform/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { registerResident } from '../../../service/refer.ts';
import { paths } from '../../shared/index.ts';
import { launchedAs } from '../launch/handler.ts';
import { type PracticeParts, ticketFor } from '../parts.ts';
import { openTicket } from '../ticket.ts';
import { readRegister } from './form.ts';
import { registerPage } from './view.tsx';
import { registerWords } from './words.ts';

/** GET /praktijk/inschrijven?van=: with what was typed in the search. */
export async function showRegister(parts: PracticeParts, ask: Ask): Promise<Answer> {
  const typed = openTicket(parts.ground.keys, 'typed', ask.query('van'), ask.actor.person, parts.kit.wall.now());
  const values = (await ask.draft()) ?? typed;
  return registerPage(ask.context, values ? { values } : {});
}

/** POST /praktijk/inschrijven */
export async function register(parts: PracticeParts, ask: FormAsk): Promise<Answer> {
  const { ground } = parts;
  const values = ask.posted;
  const read = readRegister(
    values,
    ground.definitions.in(ask.context.lang),
    localDate(ground.clock.now()),
    ask.context.lang,
  );
  if (!read.ok) return { again: registerPage(ask.context, { values, errors: read.errors }) };
  const made = await registerResident(ground, ask.actor, read.value, ask.door);
  if (!made.ok) {
    const { problem } = made;
    if (problem.kind === 'conflict')
      return { again: registerPage(ask.context, { values }, textIn(problem.text, ask.context.lang)) };
    if (problem.kind !== 'unprocessable') return { problem };
    const errors = mistakesIn(problem.at ?? [], ask.context.lang);
    return { again: registerPage(ask.context, { values, errors }) };
  }
  const { given, family, birthDate, postcode } = read.value;
  const from = await launchedAs(parts, ask, { family, birthDate });
  const ticket = ticketFor(parts, ask, {
    ...(from ? { from } : {}),
    resident: made.value.resident,
    given,
    family,
    birthDate,
    postcode: postcode.replace(' ', ''),
  });
  return {
    to: paths.newReferralFor(ticket),
    flash: { kind: 'good', text: registerWords(ask.context.lang).done({ name: `${given} ${family}` }) },
  };
}
