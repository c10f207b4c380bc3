import type { Context } from 'hono';
import type { Visitor } from '../platform/identity/index.ts';
import { machineLanguage, type Problem, statusOf, textIn } from '../platform/index.ts';
import { type PageContext, type ProblemView, problemPage } from '../ui/index.ts';
import { contextFor, pageContextOf } from './context.ts';
import { type House, localPath } from './parts.ts';
import type { Answer, WebContext } from './types.ts';
import { giveFlash, sealFlash, visitorOf } from './visit.ts';
import { webWords } from './words.ts';

/** Makes the response of what a handler gave. `context`: the one its page was made with, so that nothing is said twice. */
export async function answerWith(
  house: House,
  c: WebContext,
  answer: Answer,
  context?: PageContext,
): Promise<Response> {
  if (answer instanceof Response) return answer;
  if (typeof answer === 'string') return c.html(answer, 200);
  if ('again' in answer) return c.html(answer.again, 422);
  if ('to' in answer) {
    if (answer.flash) giveFlash(house, c, sealFlash(house, await visitorOf(house, c), answer.flash));
    return c.redirect(ownPath(answer.to), 303);
  }
  const { problem, crisis, action } = answer;
  return problemAnswer(house, c, problem, { ...(crisis ? { crisis } : {}), ...(action ? { action } : {}) }, context);
}

/** Answers lead to paths of ours only; anything else is a mistake in the code. */
export function ownPath(to: string): string {
  if (/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to)) return to;
  throw new Error('A form leads to a path of this site.');
}

/** A problem as its page. Words that are given replace those of the problem. */
export async function problemAnswer(
  house: House,
  c: WebContext,
  problem: Problem,
  view: Partial<ProblemView> = {},
  context?: PageContext,
): Promise<Response> {
  const visitor = await visitorOf(house, c).catch((): Visitor => ({ kind: 'nobody' }));
  const page = returning(context ?? contextFor(house, c, visitor), c, problem);
  const status = statusOf(problem);
  if (problem.retryAfter !== undefined) c.header('retry-after', String(problem.retryAfter));
  return c.html(problemPage(page, { ...viewOf(problem, visitor, page), ...view }), status as 400);
}

function viewOf(problem: Problem, visitor: Visitor, page: PageContext): ProblemView {
  const words = webWords(page.lang);
  const role = visitor.kind === 'signed-in' ? visitor.actor.role : 'resident';
  return {
    status: statusOf(problem),
    kind: role === 'resident' || role === 'carer' ? 'resident' : 'work',
    // What is absent is told in general words, so that it reads the same for everyone.
    ...(problem.kind === 'absent' || problem.kind === 'forbidden' || problem.kind === 'failed'
      ? {}
      : { happened: textIn(problem.text, page.lang) }),
    ...(problem.kind === 'unprocessable' ? { title: words.cannot.title, todo: words.cannot.todo } : {}),
    ...(problem.retryAfter === undefined ? {} : { retryAfterSeconds: problem.retryAfter }),
  };
}

/**
 * What is absent, and what answers a form, has no page of its own to come back to from the other language: that leads to
 * the beginning, so that denied and absent read the same to the last letter.
 */
function returning(page: PageContext, c: WebContext, { kind }: Problem): PageContext {
  const comesBack = c.req.method === 'GET' ? kind !== 'absent' && kind !== 'forbidden' : c.get('formPath');
  return comesBack ? page : { ...page, address: page.homeHref ?? '/' };
}

/** A problem as problem+json (RFC 9457), in English unless Dutch is asked for. */
export function problemJson(c: Context, problem: Problem): Response {
  const status = statusOf(problem);
  const language = machineLanguage(c.req.header('accept-language'));
  const body = {
    type: 'about:blank',
    title: TITLES[problem.kind],
    status,
    detail: textIn(problem.text, language),
    ...(problem.at && problem.at.length > 0
      ? { errors: problem.at.map((place) => ({ ...place, text: textIn(place.text, language) })) }
      : {}),
  };
  return c.body(JSON.stringify(body), status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
    vary: 'Accept-Language',
    ...(typeof problem.text === 'string' ? {} : { 'content-language': language }),
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
}

const TITLES: Readonly<Record<Problem['kind'], string>> = {
  invalid: 'Bad Request',
  'sign-in': 'Unauthorized',
  forbidden: 'Forbidden',
  absent: 'Not Found',
  conflict: 'Conflict',
  gone: 'Gone',
  stale: 'Precondition Failed',
  'too-large': 'Content Too Large',
  unsupported: 'Unsupported Media Type',
  unprocessable: 'Unprocessable Content',
  'too-many': 'Too Many Requests',
  failed: 'Internal Server Error',
};

/** To the sign-in, and back here afterwards. */
export function toSignIn(c: Context, path: string): Response {
  const back = localPath(path);
  return c.redirect(back === '/' ? '/inloggen' : `/inloggen?${new URLSearchParams({ terug: back })}`, 303);
}

/** The page of someone whose sign-in ran out while they filled in a form. */
export async function signedOutAnswer(house: House, c: WebContext, formPath: string, kept: boolean): Promise<Response> {
  const context = await pageContextOf(house, c);
  const words = webWords(context.lang);
  const href = `/inloggen?${new URLSearchParams({ terug: localPath(formPath) })}`;
  const view: ProblemView = {
    status: 401,
    ...(kept ? {} : { kept: words.notTyped }),
    action: { href, label: words.again },
  };
  return c.html(problemPage(context, view), 401);
}
