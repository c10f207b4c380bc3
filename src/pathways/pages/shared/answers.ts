import type { QuestionnaireContent } from '../../../content/index.ts';
import type { Resource } from '../../../fhir/index.ts';
import { formatDate, type Language, type SpiderAxis } from '../../../ui/index.ts';
import type { Definitions } from '../../ground.ts';
import { type Answers, answersFrom, changeBetween, scoresOf, spider } from '../../model/index.ts';
import { caseWords } from './words.ts';

/** One time that a questionnaire was filled in, with all its parts together again. */
export type AnswerSet = {
  readonly key: string;
  readonly questionnaire: QuestionnaireContent;
  /** ISO moment. */
  readonly at: string;
  readonly by: string | undefined;
  readonly answers: Answers;
};

type Response = Resource & {
  readonly identifier?: { readonly value?: string };
  readonly questionnaire?: string;
  readonly authored?: string;
  readonly author?: { readonly display?: string };
  readonly item?: Parameters<typeof answersFrom>[1];
};

/** The answers of a case by the time they were given, oldest first; parts the actor may not see are not in them. */
export function answerSets(definitions: Definitions, responses: readonly Resource[]): readonly AnswerSet[] {
  const sets = new Map<string, AnswerSet>();
  for (const response of responses as readonly Response[]) {
    const match = /\/Questionnaire\/([a-z0-9-]+)(?:\|(\d+))?$/.exec(response.questionnaire ?? '');
    if (!match) continue;
    const questionnaire = definitions.questionnaire(match[1]!, match[2] ? Number(match[2]) : undefined);
    const key = response.identifier?.value ?? response.id ?? '';
    const before = sets.get(key);
    sets.set(key, {
      key,
      questionnaire,
      at: response.authored ?? before?.at ?? '',
      by: response.author?.display ?? before?.by,
      answers: { ...before?.answers, ...answersFrom(questionnaire, response.item) },
    });
  }
  return [...sets.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** The sets of one kind of questionnaire, oldest first. */
export function setsOf(sets: readonly AnswerSet[], id: string | undefined): readonly AnswerSet[] {
  return sets.filter((set) => set.questionnaire.id === id);
}

/** The web of six sides: the first and the last conversation, or the only one. */
export function spiderOf(
  sets: readonly AnswerSet[],
  lang: Language,
): { readonly axes: readonly SpiderAxis[]; readonly nowLabel: string; readonly beforeLabel?: string } | undefined {
  const scored = sets.filter((set) => spider(set.questionnaire, set.answers).some((spoke) => spoke.value !== null));
  const last = scored.at(-1);
  if (!last) return undefined;
  const first = scored.length > 1 ? scored[0] : undefined;
  const before = first && new Map(spider(first.questionnaire, first.answers).map((one) => [one.linkId, one.value]));
  return {
    axes: spider(last.questionnaire, last.answers).map((spoke) => ({
      key: spoke.linkId,
      label: spoke.title,
      now: spoke.value ?? undefined,
      ...(before ? { before: before.get(spoke.linkId) ?? undefined } : {}),
    })),
    nowLabel: formatDate(last.at, 'day', lang),
    ...(first ? { beforeLabel: formatDate(first.at, 'day', lang) } : {}),
  };
}

/** One question of the measure: then, now, and what changed in words. */
export type MeasureRow = {
  readonly key: string;
  readonly title: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
};

/** The measure then and now, question by question; never one number, never more than the two days say. */
export function measureRows(
  sets: readonly AnswerSet[],
  lang: Language,
): { readonly rows: readonly MeasureRow[]; readonly thenOn: string; readonly nowOn: string | undefined } | undefined {
  const first = sets[0];
  if (!first) return undefined;
  const last = sets.length > 1 ? sets.at(-1) : undefined;
  const words = caseWords(lang);
  const changes = last ? changeBetween(first.questionnaire, first.answers, last.answers).questions : [];
  const told = (answers: Answers | undefined, linkId: string) => {
    const value = answers?.[linkId];
    return typeof value === 'number' ? String(value) : words.notAnswered;
  };
  const rows = scoresOf(first.questionnaire, first.answers).map((score) => {
    const item = first.questionnaire.items.find((one) => one.linkId === score.linkId);
    const title = item?.title ?? item?.text ?? score.linkId;
    const change = changes.find((one) => one.linkId === score.linkId);
    const by = change ? `${change.difference > 0 ? '+' : '−'}${Math.abs(change.difference)}` : '';
    return {
      key: score.linkId,
      title: score.reversed ? words.wellBeing.reversed({ title }) : title,
      before: told(first.answers, score.linkId),
      now: last ? told(last.answers, score.linkId) : '',
      change: !change
        ? words.wellBeing.unknown
        : change.direction === 'same'
          ? words.wellBeing.same
          : words.wellBeing[change.direction]({ by }),
    };
  });
  return {
    rows,
    thenOn: formatDate(first.at, 'day', lang),
    nowOn: last ? formatDate(last.at, 'day', lang) : undefined,
  };
}
