import { randomBytes } from 'node:crypto';
import {
  type Actor,
  addDays,
  type Door,
  fail,
  type LocalDate,
  localDate,
  ok,
  type Problem,
  Refusal,
  type Result,
  sessionHash,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import type { Answers } from '../model/index.ts';
import { REFUSALS } from '../refusals.ts';
import { keepAnswers } from './conversation.ts';
import { hasToldExperience } from './experience.ts';
import { perform, refuse, theCase } from './perform.ts';

/** How long a link with questions works. */
const LINK_DAYS = 28;

const GONE: Problem = {
  kind: 'gone',
  text: REFUSALS.linkGone,
};

/**
 * Makes a link by which the resident answers the follow-up questions once, without signing in. The secret is returned
 * for the message and kept as a hash only. A newer link replaces an older one.
 */
export async function inviteFollowUp(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<{ readonly token: string; readonly until: LocalDate }>> {
  return perform(ground, actor, { resident: what.resident, act: 'answer-questions' }, door, async (trx) =>
    inviteInside(ground, trx, actor, what),
  );
}

/** As `inviteFollowUp`, inside an open transaction; the clocks' sweep uses it. */
export async function inviteInside(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
): Promise<{ readonly token: string; readonly until: LocalDate }> {
  const row = await theCase(trx, actor, what.resident, what.caseId);
  const { followUp } = ground.definitions.pathway(row.pathway, row.pathway_version);
  if (!followUp) refuse('conflict', REFUSALS.noQuestionsAfterwards);
  const token = randomBytes(18).toString('base64url');
  const now = ground.clock.now();
  const until = addDays(localDate(now), LINK_DAYS);
  await trx.query('delete from pathways.invitation where resident_id = $1 and case_id = $2 and used_at is null', [
    what.resident,
    what.caseId,
  ]);
  await trx.query(
    'insert into pathways.invitation (resident_id, id, case_id, token_hash, questionnaires, sent_at, until) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      what.resident,
      ulid(ground.clock),
      what.caseId,
      sessionHash(ground.keys, token),
      followUp.questionnaires,
      now,
      until,
    ],
  );
  return { token, until };
}

export type Invitation = {
  readonly resident: string;
  readonly id: string;
  readonly caseId: string;
  readonly questionnaires: readonly string[];
};

/** What a link leads to, or a problem that says what to do. Nothing of the person is shown by it. */
export async function openInvitation(ground: PathwayGround, token: string): Promise<Result<Invitation>> {
  const { rows } = await ground.pool.query(
    'select resident_id, id, case_id, questionnaires, until::text as until, used_at from pathways.find_invitation($1)',
    [sessionHash(ground.keys, token)],
  );
  const row = rows[0];
  if (!row || row.used_at || row.until < localDate(ground.clock.now())) return { ok: false, problem: GONE };
  return ok({ resident: row.resident_id, id: row.id, caseId: row.case_id, questionnaires: row.questionnaires });
}

/** Who answers through a link: the resident, known by the link alone. */
function residentOfLink(resident: string): Actor {
  return {
    person: `Patient/${resident}`,
    name: 'Inwoner (via link)',
    role: 'resident',
    roleRef: '',
    organisation: '',
    organisationName: '',
    services: [],
    residentId: resident,
  };
}

/** Keeps the answers that came through a link, once; a second time gets a clear answer and changes nothing. */
export async function answerInvitation(
  ground: PathwayGround,
  token: string,
  answers: Readonly<Record<string, Answers>>,
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  const found = await openInvitation(ground, token);
  if (!found.ok) return found;
  const { resident, id, caseId, questionnaires } = found.value;
  const actor = residentOfLink(resident);
  try {
    return ok(
      await withActor(ground, actor, { kind: 'act', resident }, async (trx) => {
        const { rowCount } = await trx.query(
          'update pathways.invitation set used_at = $3 where resident_id = $1 and id = $2 and used_at is null',
          [resident, id, ground.clock.now()],
        );
        if (rowCount !== 1) throw new Refusal(GONE);
        const row = await loadCase(trx, resident, caseId);
        if (!row) throw new Refusal(GONE);
        for (const questionnaire of questionnaires) {
          const given = answers[questionnaire];
          // Told already on the resident's own page: once is enough.
          const told =
            ground.definitions.questionnaire(questionnaire).kind === 'experience' &&
            (await hasToldExperience(trx, resident, caseId, questionnaire));
          if (!told && given && Object.keys(given).length > 0)
            await keepAnswers(
              ground,
              trx,
              actor,
              row,
              ground.definitions.questionnaire(questionnaire),
              given,
              { purpose: 'self', ground: 'answered by the resident' },
              door,
            );
        }
        return { caseId };
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem.kind, error.problem.text);
    throw error;
  }
}
