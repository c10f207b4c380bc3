import type { ReactNode } from 'react';
import type { Pathway } from '../../../content/index.ts';
import { ABSENT, type LocalDate, localDate, type Result, type RoleCode, residentOf } from '../../../platform/index.ts';
import { formErrors, type PageContext, renderPage } from '../../../ui/index.ts';
import type { Ask } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { type CaseView, openCase } from '../../read/case.ts';
import { ownLine } from '../../read/line.ts';
import { pathwayOf, type Request, SYSTEM } from '../../shapes.ts';
import { type PersonFacts, paths, personFacts, type Shown } from '../shared/index.ts';
import { lifeWords } from './words.ts';

/**
 * What happens in a life asks the same of a practice that referred and of the team that has the case: these pages stand
 * under both addresses, and say where they lead back to.
 */
export const PRACTICE: readonly RoleCode[] = ['practice-nurse', 'gp'];
export const TEAM: readonly RoleCode[] = ['welfare-coach', 'coordinator'];

/** The address of a page of one case, for who looks. */
export function lifePath(role: RoleCode, caseId: string, part = ''): string {
  return PRACTICE.includes(role) ? paths.referral(caseId, part) : paths.case(caseId, part);
}

/** A case, opened by its practice or its team. */
export type Opened = {
  readonly view: CaseView;
  readonly resident: string;
  readonly caseId: string;
  readonly first: Request;
  readonly pathway: Pathway;
  readonly person: PersonFacts | undefined;
  readonly name: string;
  readonly number: string;
  readonly today: LocalDate;
  /** The address of another page of this case. */
  readonly path: (part?: string) => string;
  readonly list: string;
};

/** Opens the case of this address; both locks hold and the look is in the log. */
export async function openLife(ground: PathwayGround, ask: Ask): Promise<Result<Opened>> {
  return openCaseOf(ground, ask, ask.param('case'));
}

/** Opens another case for the same page, such as that of a record to compare with. */
export async function openCaseOf(ground: PathwayGround, ask: Ask, caseId: string): Promise<Result<Opened>> {
  const resident = residentOf(caseId);
  if (!resident) return { ok: false, problem: ABSENT };
  const found = await openCase(ground, ask.actor, { resident, caseId }, ask.door);
  if (!found.ok) return found;
  const view = found.value;
  const canonical = view.first && pathwayOf(view.first);
  // An offer that was not accepted yet shows nobody, and has no page here.
  const known = view.patient !== undefined || view.row !== undefined;
  if (!view.first || !canonical || !known) return { ok: false, problem: ABSENT };
  const today = localDate(ground.clock.now());
  const person = personFacts(view.patient, today, ask.context.lang);
  const line = await ownLine(ground, ask.actor, { resident, caseId });
  return {
    ok: true,
    value: {
      view,
      resident,
      caseId,
      first: view.first,
      pathway: ground.definitions.in(ask.context.lang).pathway(canonical.id, canonical.version),
      person,
      name: person?.name ?? line?.label ?? lifeWords(ask.context.lang).resident,
      number: view.first.identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value ?? '',
      today,
      path: (part) => lifePath(ask.actor.role, caseId, part),
      list: PRACTICE.includes(ask.actor.role) ? paths.practice : paths.work,
    },
  };
}

/** One page about what happens in a life, with the way back. */
export function lifePage(
  context: PageContext,
  on: Opened,
  page: { readonly title: string; readonly intro?: string; readonly main: ReactNode; readonly form?: Shown },
): string {
  const words = lifeWords(context.lang);
  return renderPage({
    title: page.title,
    kind: 'work',
    context,
    overline: [on.name, on.number].filter(Boolean).join(' · '),
    breadcrumbs: [
      { label: on.list === paths.practice ? words.referrals : words.worklist, href: on.list },
      { label: on.name, href: on.path() },
      { label: page.title },
    ],
    intro: page.intro,
    errors: formErrors(page.form ?? {}),
    main: page.main,
  });
}
