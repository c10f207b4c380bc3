import type { Resource } from '../../fhir/index.ts';
import { idIn } from '../shapes.ts';
import { LETTER_SYSTEM } from './document.ts';

/** A letter of a provider's own system, as the page shows it. */
export type PartnerLetter = { readonly id: string; readonly at: string | undefined; readonly text: string };

/** The requests that a letter says it is about. */
export function letterRequests(letter: Resource): readonly string[] {
  const { related } = (letter.context ?? {}) as { readonly related?: readonly { readonly reference?: string }[] };
  return (related ?? []).flatMap(({ reference }) =>
    reference?.startsWith('ServiceRequest/') ? [idIn(reference)] : [],
  );
}

/** What providers' systems wrote about one request, oldest first: plain text, shown as it stands. */
export function partnerLetters(letters: readonly Resource[], request: string): readonly PartnerLetter[] {
  return letters
    .filter((letter) => letter.status === 'current' && letterRequests(letter).includes(request) && !isOurs(letter))
    .map((letter) => ({ id: letter.id ?? '', at: letter.date as string | undefined, text: textIn(letter) }))
    .filter(({ text }) => text !== '');
}

function isOurs(letter: Resource): boolean {
  const identifiers = (letter.identifier ?? []) as readonly { readonly system?: string }[];
  return identifiers.some(({ system }) => system === LETTER_SYSTEM);
}

function textIn(letter: Resource): string {
  const contents = (letter.content ?? []) as readonly {
    readonly attachment?: { readonly contentType?: string; readonly data?: string };
  }[];
  return contents
    .flatMap(({ attachment }) =>
      attachment?.contentType?.startsWith('text/plain') && attachment.data
        ? [Buffer.from(attachment.data, 'base64').toString('utf8').trim()]
        : [],
    )
    .join('\n\n');
}
