import { formatDate } from '../../ui/index.ts';

/** The mail of an invitation, in Dutch and then English: nobody knows yet what its reader reads. */
export function invitationMail(about: {
  readonly given: string;
  readonly family: string;
  readonly organisation: string;
  readonly by: string;
  readonly until: string;
  readonly link: string;
}): { readonly subject: string; readonly body: string } {
  const name = `${about.given} ${about.family}`;
  return {
    subject: `${about.organisation} nodigt u uit voor Omzien`,
    body: [
      `Beste ${name},`,
      '',
      `${about.by} van ${about.organisation} nodigt u uit om in Omzien te werken.`,
      'Open deze link en log in met uw werkaccount:',
      about.link,
      '',
      `De link werkt één keer, tot en met ${formatDate(about.until, 'long', 'nl')}. Geef hem aan niemand door.`,
      'Kent u deze organisatie niet? Doe dan niets en gooi deze mail weg.',
      '',
      '—',
      '',
      `Dear ${name},`,
      '',
      `${about.by} of ${about.organisation} invites you to work in Omzien.`,
      'Open the link above and sign in with your work account.',
      `It works once, until ${formatDate(about.until, 'long', 'en')}. Do not pass it on.`,
      'If you do not know this organisation, do nothing and throw this mail away.',
    ].join('\n'),
  };
}
