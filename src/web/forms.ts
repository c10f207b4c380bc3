import {
  fromOurPages,
  keepDraft,
  type Posted,
  postOnce,
  readPosted,
  text,
  withoutOwnFields,
} from '../platform/http/index.ts';
import type { Visitor } from '../platform/identity/index.ts';
import { type Actor, type Problem, Refusal } from '../platform/index.ts';
import { answerWith, ownPath, problemAnswer, signedOutAnswer } from './answers.ts';
import { askOf, gateProblem, publicLimit } from './kit.ts';
import { languageOf } from './language.ts';
import { type House, localPath } from './parts.ts';
import type { Answer, FormAsk, Gate, WebContext } from './types.ts';
import { csrfHolds, giveFlash, personOf, sealFlash, visitorOf } from './visit.ts';
import { webWords } from './words.ts';

type FormGate = Omit<Gate, 'roles'> & { readonly roles: Gate['roles'] | 'public' };
type FormHandler = (ask: FormAsk<Actor | undefined>) => Answer | Promise<Answer>;

/**
 * Every form that changes something comes through here: from our own pages, with the token of this visit, by someone of
 * the right role, and once.
 */
export async function handleForm(house: House, c: WebContext, gate: FormGate, handler: FormHandler): Promise<Response> {
  if (gate.formPath) c.set('formPath', gate.formPath(c));
  const words = async () => webWords(languageOf(house, c, await visitorOf(house, c)));
  if (!fromOurPages(c, house.ownOrigins)) return problemAnswer(house, c, REFUSED, (await words()).foreign);
  const visitor = await visitorOf(house, c);
  // Only who may send this form sends files: of anybody else they are not even held.
  const takes = visitor.kind === 'signed-in' && mayPass(gate, visitor.actor);
  const read = await readPosted(c, takes ? gate.files : undefined);
  if (!read.ok) return problemAnswer(house, c, read.problem);
  const { posted, files } = read.value;
  const token = csrfHolds(house, c, visitor, text(posted, '_csrf'));
  const holds = token.session || token.visit;
  if (gate.roles === 'public') {
    const refusal = publicLimit(house, c, visitor.kind === 'signed-in' ? visitor.actor : undefined);
    if (refusal) return problemAnswer(house, c, refusal);
  } else {
    if (visitor.kind !== 'signed-in') return halfWay(house, c, gate, visitor, token.session ? posted : undefined);
    if (holds) {
      const refusal = await gateProblem(house, c, { ...gate, roles: gate.roles }, visitor.actor);
      if (refusal) return problemAnswer(house, c, refusal);
    }
  }
  if (!holds) return problemAnswer(house, c, REFUSED, (await words()).oldForm);
  const ask = await askOf(house, c, visitor.kind === 'signed-in' ? visitor.actor : undefined);
  const work = () => attempt(handler, { ...ask, posted: withoutOwnFields(posted), files });
  const key = text(posted, '_once');
  if (!/^[\w-]{16,64}$/.test(key)) return answerWith(house, c, await work(), ask.context);
  return sendOnce(house, c, visitor, ask, { key: `${c.req.path} ${key}`, work });
}

const mayPass = ({ roles }: FormGate, actor: Actor): boolean =>
  roles === 'any' || (roles !== 'public' && roles.includes(actor.role));

const REFUSED: Problem = { kind: 'invalid', text: '' };

async function attempt(handler: FormHandler, ask: FormAsk<Actor | undefined>): Promise<Answer> {
  try {
    return await handler(ask);
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

async function sendOnce(
  house: House,
  c: WebContext,
  visitor: Visitor,
  ask: { readonly context: FormAsk['context'] },
  { key, work }: { readonly key: string; readonly work: () => Promise<Answer> },
): Promise<Response> {
  const { pool, wall } = house.ground;
  const outcome = await postOnce<Answer>(
    { pool, wall },
    {
      person: personOf(house, c, visitor),
      key,
      work: async () => {
        const answer = await work();
        if (typeof answer !== 'object' || answer instanceof Response || !('to' in answer))
          return { kind: 'undone', answer };
        const flash = answer.flash && sealFlash(house, visitor, answer.flash);
        return { kind: 'done', location: ownPath(answer.to), flash, answer };
      },
    },
  );
  if (outcome.kind === 'own') return answerWith(house, c, outcome.answer, ask.context);
  if (outcome.kind === 'unknown')
    return problemAnswer(house, c, { kind: 'conflict', text: '' }, webWords(ask.context.lang).unknownEnd, ask.context);
  if (outcome.flash) giveFlash(house, c, outcome.flash);
  return c.redirect(outcome.location, 303);
}

/** The sign-in ran out while someone typed: it is kept for the same person, where the form's token shows it was theirs. */
async function halfWay(
  house: House,
  c: WebContext,
  gate: Pick<Gate, 'formPath'>,
  visitor: Exclude<Visitor, { kind: 'signed-in' }>,
  posted: Posted | undefined,
): Promise<Response> {
  const path = gate.formPath?.(c) ?? c.req.path;
  const keeps = posted !== undefined && visitor.kind !== 'nobody';
  if (keeps) {
    const { pool, keys, wall } = house.ground;
    const draft = { person: visitor.session.person, path, posted: withoutOwnFields(posted), at: wall.now() };
    await keepDraft(pool, keys, draft);
  }
  if (visitor.kind === 'choosing') return c.redirect(`/rol?${new URLSearchParams({ terug: localPath(path) })}`, 303);
  return signedOutAnswer(house, c, path, keeps);
}
