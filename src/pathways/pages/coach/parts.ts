import type { Pathway } from '../../../content/index.ts';
import {
  ABSENT,
  type Act,
  type Actor,
  type LocalDate,
  localDate,
  type Result,
  type RoleCode,
  residentOf,
} from '../../../platform/index.ts';
import type { Ask, Kit } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { type CaseView, openCase } from '../../read/case.ts';
import { ownLine } from '../../read/line.ts';
import type { WorklistLine } from '../../read/worklist.ts';
import { pathwayOf, type Request, SYSTEM } from '../../shapes.ts';
import { type PersonFacts, personFacts } from '../shared/index.ts';

/** Who works on a case for the team. */
export const TEAM: readonly RoleCode[] = ['welfare-coach', 'coordinator'];

/** What the handlers of a team stand on. */
export type CoachParts = { readonly ground: PathwayGround; readonly kit: Kit };

/** A case of the team, opened for a page. */
export type OpenedCase = {
  readonly view: CaseView;
  readonly resident: string;
  readonly caseId: string;
  readonly first: Request;
  readonly pathway: Pathway;
  readonly person: PersonFacts | undefined;
  readonly name: string;
  readonly number: string;
  readonly line: WorklistLine | undefined;
  readonly today: LocalDate;
};

/** Opens the case of this address; an offer that was not accepted yet has no page of its own here. */
export async function openOwnCase({ ground }: CoachParts, ask: Ask): Promise<Result<OpenedCase>> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { ok: false, problem: ABSENT };
  const found = await openCase(ground, ask.actor, { resident, caseId }, ask.door);
  if (!found.ok) return found;
  const view = found.value;
  const canonical = view.first && pathwayOf(view.first);
  if (!view.first || !canonical) return { ok: false, problem: ABSENT };
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
      name: person?.name ?? line?.label ?? 'Inwoner',
      number: view.first.identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value ?? '',
      line,
      today,
    },
  };
}

/** Whether this role may do this on a case of its team; the service decides again. */
export function mayDo(ground: PathwayGround, actor: Actor, act: Act): boolean {
  return ground.access.some((row) => row.role === actor.role && row.relation === 'case-team' && row.acts.includes(act));
}
