import type { Language } from '../../platform/index.ts';
import type { CaseRow } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import type { Mailbox, ResidentDoor } from './recipients.ts';
import { organisationBehind } from './recipients.ts';
import type { NewMessage } from './store.ts';
import { messageWords, type ResidentMessage, type WorkMessage } from './words.ts';

/** What a message is about: no more of a case than it may need. */
export type About = {
  readonly resident: string;
  readonly row: Pick<CaseRow, 'id' | 'number' | 'team'>;
  readonly eventId: string;
};

/** A mail to the mailbox of an organisation: that there is something, and where; never whom it concerns or why. */
export function workMail(
  about: About,
  to: Mailbox,
  message: WorkMessage,
  publicUrl: string,
  call: { readonly team: string; readonly phone: string } = { team: '', phone: '' },
): NewMessage {
  // Mailboxes of organisations are shared by people who work in Dutch.
  const words = messageWords('nl');
  const { subject, body } = words.work[message];
  const { number } = about.row;
  return {
    ...frameOf(about),
    kind: 'mail',
    recipient: to.mail,
    recipientKind: to.kind,
    subject: subject({ number }),
    body: paragraphs([
      words.frame.dear,
      typeof body === 'string' ? body : body(call),
      words.frame.link({ url: `${publicUrl}/` }),
      words.frame.noReply,
    ]),
  };
}

/** The team of a case and its telephone, for who should call rather than read. */
export function whoToCall(ground: PathwayGround, about: About): { readonly team: string; readonly phone: string } {
  const { team } = about.row;
  return { team: teamName(ground, team), phone: organisationBehind(ground.definitions, team)?.phone ?? '' };
}

/** The words of one message to a resident. */
export type ResidentText = { readonly subject: string; readonly body: string; readonly link?: string };

/** The words of a message that needs no more than the name of the team. */
export function residentText(
  ground: PathwayGround,
  about: About,
  message: ResidentMessage,
  language: Language,
): ResidentText {
  const { subject, body } = messageWords(language).resident[message];
  return { subject: typeof subject === 'string' ? subject : subject({ team: teamName(ground, about.row.team) }), body };
}

/** A mail or letter to a resident, in their language. A letter has no link; `link` replaces the way to Omzien in a mail. */
export function residentMessage(
  ground: PathwayGround,
  about: About,
  to: ResidentDoor,
  text: ResidentText,
  publicUrl: string,
): NewMessage {
  const { frame } = messageWords(to.language);
  const team = teamName(ground, about.row.team);
  const organisation = organisationBehind(ground.definitions, about.row.team);
  const call = organisation ? [frame.call({ team, phone: organisation.phone })] : [];
  const common = {
    ...frameOf(about),
    recipientKind: 'resident',
    subject: text.subject,
    language: to.language,
  } as const;
  if (to.mail === undefined)
    return {
      ...common,
      kind: 'letter',
      recipient: [to.details.name, ...to.details.address].join('\n'),
      large: to.easyRead,
      body: paragraphs([
        frame.dearResident({ name: to.details.name }),
        ...(to.easyRead ? sentencesOf(text.body) : [text.body]),
        ...(to.easyRead ? call.flatMap(sentencesOf) : call),
        frame.closing,
        team,
      ]),
    };
  const link = text.link ? frame.questions({ url: text.link }) : frame.link({ url: `${publicUrl}/` });
  return {
    ...common,
    kind: 'mail',
    recipient: to.mail,
    // By name only in a letter: a mail may be read by others in the house.
    body: paragraphs([frame.dear, text.body, link, ...call, frame.closing, frame.omzien, frame.noReply]),
  };
}

export function teamName(ground: PathwayGround, team: string): string {
  return ground.definitions.organisationName(team.slice(team.indexOf('/') + 1));
}

const frameOf = ({ resident, row, eventId }: About) => ({
  resident,
  eventId,
  caseId: row.id,
  caseNumber: row.number,
  sender: row.team,
});

const paragraphs = (parts: readonly string[]): string => parts.join('\n\n');

/** One sentence a paragraph, for who reads large letters and short lines; dates and numbers keep their dots. */
export function sentencesOf(body: string): readonly string[] {
  return body
    .split(/(?<=[.?!])\s+(?=[A-ZÀ-Ý])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
