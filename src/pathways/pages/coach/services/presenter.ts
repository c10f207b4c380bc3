import type { Need, QuestionnaireContent } from '../../../../content/index.ts';
import { type FitReason, formatDate, formatDistance, formatMoney, type Language } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { type Answers, type But, EXCLUSIONS, type Proposal, type Reason } from '../../../model/index.ts';
import type { ProposalResult, ServiceFit } from '../../../proposal.ts';
import { caseWords } from '../../shared/index.ts';
import { serviceWords } from './words.ts';

/** How many proposals one page shows. */
export const SHOWN = 8;

/** One group of needs: the side of life they belong to. */
export type NeedGroup = {
  readonly id: string;
  readonly label: string;
  readonly needs: readonly Need[];
  /** What the resident gave this side in the last conversation, 0 to 10. */
  readonly mark?: number;
};

/** The needs by the six sides of the conversation, the side with the lowest mark first: there the talk was about. */
export function needGroups(
  needs: readonly Need[],
  conversation: QuestionnaireContent | undefined,
  marks: Answers,
  lang: Language,
): readonly NeedGroup[] {
  const sides = (conversation?.items ?? []).filter((item) => item.dimension && item.type === 'scale');
  const groups = sides.map((side) => ({
    id: side.linkId,
    label: side.title ?? side.text,
    needs: needs.filter((need) => need.dimensions[0] === side.dimension),
    ...(typeof marks[side.linkId] === 'number' ? { mark: marks[side.linkId] as number } : {}),
  }));
  const placed = new Set(groups.flatMap((group) => group.needs));
  const rest = needs.filter((need) => !placed.has(need));
  const byMark = groups.toSorted((a, b) => (a.mark ?? 11) - (b.mark ?? 11));
  return [...byMark, { id: 'other', label: serviceWords(lang).otherNeeds, needs: rest }].filter(
    (group) => group.needs.length > 0,
  );
}

/** One proposed place in words. */
export type Fit = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly facts: readonly string[];
  readonly reasons: readonly FitReason[];
  readonly checked: { readonly date: string; readonly by: string };
  readonly signUp: string;
};

/** A proposal as its card shows it. */
export function fitOf(proposal: Proposal<ServiceFit>, definitions: Definitions, lang: Language): Fit {
  const words = serviceWords(lang);
  const { service } = proposal;
  const { content } = service;
  const why = proposal.why.flatMap((reason) => whyText(reason, definitions, lang) ?? []);
  const but = proposal.but.map((one) => butText(one, lang));
  const { cost } = content;
  return {
    id: service.id,
    name: service.name,
    description: content.description,
    facts: [
      service.organisationName,
      ...(proposal.km === null || content.delivery !== 'on-site' ? [] : [formatDistance(proposal.km * 1000, lang)]),
      cost.per === 'free' || cost.amount === 0
        ? words.facts.free
        : words.facts.cost({ amount: formatMoney(cost.amount, lang), per: words.facts.per[cost.per] }),
      content.waitingDays === 0 ? words.facts.noWait : words.facts.wait({ days: content.waitingDays }),
    ],
    reasons: [
      ...why.map((text) => ({ kind: 'fits' as const, text })),
      ...but.map((text) => ({ kind: 'attention' as const, text })),
    ],
    checked: {
      date: formatDate(content.confirmed.on, 'long', lang),
      by: definitions.organisationName(content.confirmed.by),
    },
    signUp: content.signUp,
  };
}

function whyText(reason: Reason, definitions: Definitions, lang: Language): string | undefined {
  const words = serviceWords(lang).why;
  const { per } = serviceWords(lang).facts;
  switch (reason.kind) {
    case 'answers-need':
      return words.need({
        need: definitions.region.needs.find((need) => need.id === reason.need)?.label ?? reason.need,
      });
    case 'distance':
      return words.distance({ distance: formatDistance(reason.km * 1000, lang) });
    case 'comes-to-you':
      return words[reason.delivery];
    case 'free':
      return words.free;
    case 'within-budget':
    case 'costs':
      return words[reason.kind === 'costs' ? 'costs' : 'within']({
        amount: formatMoney(reason.amount, lang),
        per: per[reason.per],
        month: formatMoney(reason.perMonth, lang),
      });
    case 'speaks-language': {
      const { languages } = caseWords(lang);
      return words.language({ language: languages[reason.language as keyof typeof languages] ?? reason.language });
    }
    case 'waiting-days':
      return reason.days === 0 ? words.noWait : words.wait({ days: reason.days });
    case 'opens':
      return words.opens({ date: formatDate(reason.on, 'day', lang) });
    case 'age-fits': {
      const { minAge: min, maxAge: max } = reason;
      if (min !== null && max !== null) return words.ageBetween({ min, max });
      return min !== null ? words.ageFrom({ min }) : words.ageTo({ max: max ?? 0 });
    }
    case 'for-gender':
      return words[reason.gender];
    case 'confirmed':
      // Said beneath, with who confirmed it.
      return undefined;
  }
}

function butText(but: But, lang: Language): string {
  const words = serviceWords(lang).but;
  const { per } = serviceWords(lang).facts;
  switch (but.kind) {
    case 'far':
      return words.far({ distance: formatDistance(but.km * 1000, lang), reach: but.reachKm });
    case 'above-budget':
      return words['above-budget']({
        amount: formatMoney(but.amount, lang),
        per: per[but.per],
        month: formatMoney(but.perMonth, lang),
      });
    case 'long-wait':
      return words['long-wait']({ days: but.days });
    case 'full-until':
      return words['full-until']({ date: formatDate(but.on, 'day', lang) });
    case 'only-for':
      return words[but.gender === 'female' ? 'only-female' : 'only-male'];
    case 'not-confirmed':
      return words['not-confirmed']({ date: formatDate(but.since, 'long', lang) });
    default:
      return words[but.kind];
  }
}

/** How many others fell out, and why, in words; none are named. */
export function fellOutOf(
  result: ProposalResult,
  lang: Language,
): { readonly count: number; readonly lines: readonly string[] } {
  const words = serviceWords(lang).found.out;
  const lines = EXCLUSIONS.flatMap((kind) => {
    const count = result.fellOut[kind];
    return count > 0 ? [words[kind]({ count })] : [];
  });
  return { count: Object.values(result.fellOut).reduce((sum, one) => sum + one, 0), lines };
}
