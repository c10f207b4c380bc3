import { html } from 'hono/html';
import type { Resource } from '../../fhir/index.ts';
import { type Language, type LocalDate, localDate } from '../../platform/index.ts';
import { formatDate } from '../../ui/index.ts';
import type { Definitions } from '../ground.ts';
import { isHandOver } from '../hand-over.ts';
import {
  codesIn,
  idIn,
  isOwnWish,
  outcomeOf,
  pathwayOf,
  type ReferralTask,
  type Request,
  SYSTEM,
  stopReasonOf,
} from '../shapes.ts';
import { letterWords } from './words.ts';

/** A letter to who referred, with everything it says; no BSN, no address of the resident. */
export type OutcomeLetter = {
  readonly language: Language;
  readonly subject: string;
  readonly date: LocalDate;
  readonly number: string;
  readonly to: string;
  readonly from: string;
  readonly opening: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly closing: string;
};

/** The steps of the first Task with which the referrer gets an answer. */
const ANSWERS = ['completed', 'failed', 'rejected'] as const;
type Answering = (typeof ANSWERS)[number];

/** Whether this Task, as it stands, is the answer to who referred: then there is a letter. */
export function answersReferrer(request: Request, task: ReferralTask): boolean {
  if (isOwnWish(request) || !(ANSWERS as readonly string[]).includes(task.status)) return false;
  // A team that was only asked to take a case over answers the other team.
  return !(isHandOver(task) && task.status === 'rejected');
}

type Patient = Resource & {
  readonly name?: readonly { readonly use?: string; readonly family?: string; readonly given?: readonly string[] }[];
  readonly birthDate?: string;
};

/** The letter of an answered referral: what the referrer may read of it (docs/privacy.md), and nothing else. Pure. */
export function outcomeLetter(
  definitions: Definitions,
  of: { readonly request: Request; readonly task: ReferralTask; readonly patient: Resource; readonly at: Date },
  language: Language,
): OutcomeLetter | undefined {
  const { request, task } = of;
  const canonical = pathwayOf(request);
  if (!canonical || !answersReferrer(request, task)) return undefined;
  const pathway = definitions.pathway(canonical.id, canonical.version);
  const words = letterWords(language);
  const patient = of.patient as Patient;
  const official = patient.name?.find(({ use }) => use === 'official') ?? patient.name?.[0];
  const name = [...(official?.given ?? []), official?.family ?? ''].join(' ').trim();
  const number = request.identifier?.find(({ system }) => system === SYSTEM.caseNumber)?.value ?? '';
  const referred = request.authoredOn ? formatDate(request.authoredOn, 'long', language) : '';
  const outcome = outcomeOf(task);
  const stop = stopReasonOf(task);
  const done = task.status === 'completed';
  const said = done ? outcome?.text : (task.note ?? []).map(({ text }) => text).join(' ');
  const why = [...pathway.rejectReasons, ...pathway.failedReasons, ...pathway.cancelReasons];
  const answer = done
    ? { term: words.outcome, value: labelsOf(pathway.outcomes, outcome?.code) }
    : { term: words.reason, value: labelsOf(why, stop) };
  return {
    language,
    subject: words.subject({ name }),
    date: localDate(of.at),
    number,
    to: request.requester?.display ?? '',
    // A Task from another system may name its team by reference only.
    from: task.owner?.display || definitions.organisationName(idIn(task.owner?.reference)),
    opening: words[task.status as Answering]({ name, date: referred }),
    facts: [
      { term: words.resident, value: name },
      { term: words.born, value: patient.birthDate ? formatDate(patient.birthDate, 'long', language) : '' },
      { term: words.number, value: number },
      {
        term: words.reasons,
        value: labelsOf(pathway.reasons, ...codesIn(request.reasonCode, SYSTEM.reason)),
      },
      answer,
      { term: words.summary, value: said || words.noSummary },
    ],
    closing: words.knows,
  };
}

function labelsOf(
  known: readonly { readonly code: string; readonly label: string }[],
  ...codes: readonly (string | undefined)[]
): string {
  return codes.map((code) => known.find((one) => one.code === code)?.label ?? code ?? '').join(', ');
}

/** The letter as a page of its own, for another system: marked up, without script, style or anything to fetch. */
export function letterHtml(letter: OutcomeLetter): string {
  const words = letterWords(letter.language);
  const facts = letter.facts.map(({ term, value }) => html`<dt>${term}</dt><dd>${value}</dd>`);
  return String(
    html`<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${letter.subject}</title></head><body><main><h1>${letter.subject}</h1><p>${words.to}: ${letter.to}<br>${words.from}: ${letter.from}<br>${words.date}: ${formatDate(letter.date, 'long', letter.language)}</p><p>${words.hello}</p><p>${letter.opening}</p><dl>${facts}</dl><p>${letter.closing}</p><p>${words.regards}<br>${letter.from}</p></main></body></html>`,
  );
}
