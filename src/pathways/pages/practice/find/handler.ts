import { textIn } from '../../../../platform/index.ts';
import { lookUp } from '../../../../record/index.ts';
import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import { paths } from '../../shared/index.ts';
import { foundIn, lapsed, type PracticeParts, ticketFor } from '../parts.ts';
import { openTicket, sealTicket } from '../ticket.ts';
import { readFind } from './form.ts';
import { findPage, foundPage, nobodyPage } from './view.tsx';

/** GET /praktijk/verwijzen */
export async function showFind(_parts: PracticeParts, ask: Ask): Promise<Answer> {
  const values = await ask.draft();
  return findPage(ask.context, values ? { values } : {});
}

/** POST /praktijk/verwijzen: one person, nobody, or "also give the postcode". */
export async function find(parts: PracticeParts, ask: FormAsk): Promise<Answer> {
  const read = readFind(ask.posted, ask.context.lang);
  if (!read.ok) return { again: findPage(ask.context, { values: ask.posted, errors: read.errors }) };
  const found = await lookUp(parts.ground, ask.actor, read.value, ask.door);
  if (!found.ok) {
    if (found.problem.kind !== 'conflict') return { problem: found.problem };
    const field = read.value.by === 'name' && !read.value.postcode ? 'postcode' : 'bsn';
    return {
      again: findPage(ask.context, {
        values: ask.posted,
        errors: { [field]: textIn(found.problem.text, ask.context.lang) },
      }),
    };
  }
  if (found.value) return { to: paths.found(ticketFor(parts, ask, found.value)) };
  const typed: Posted = typedIn(ask.posted);
  return {
    to: paths.nobody(sealTicket(parts.ground.keys, 'typed', typed, ask.actor.person, parts.kit.wall.now())),
  };
}

function typedIn(posted: Posted): Posted {
  const names = ['bsn', 'family', 'birthDate-day', 'birthDate-month', 'birthDate-year', 'postcode'];
  return Object.fromEntries(names.flatMap((name) => (text(posted, name) ? [[name, text(posted, name)]] : [])));
}

/** GET /praktijk/verwijzen/gevonden?voor= */
export async function showFound(parts: PracticeParts, ask: Ask): Promise<Answer> {
  const ticket = ask.query('voor');
  const found = foundIn(parts, ask, ticket);
  return found && ticket ? foundPage(ask.context, found, ticket) : lapsed(ask);
}

/** GET /praktijk/verwijzen/niemand?van= */
export async function showNobody(parts: PracticeParts, ask: Ask): Promise<Answer> {
  const ticket = ask.query('van') ?? '';
  const typed = openTicket(parts.ground.keys, 'typed', ticket, ask.actor.person, parts.kit.wall.now());
  return typed ? nobodyPage(ask.context, ticket) : lapsed(ask);
}
