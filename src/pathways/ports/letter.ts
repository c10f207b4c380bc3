import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Category, fail, ok, type Trx } from '../../platform/index.ts';
import { type Change, loadResource, type WritePort } from '../../record/index.ts';
import { loadParts } from '../case-store.ts';
import { LETTER_SYSTEM } from '../letter/document.ts';
import { letterRequests } from '../letter/partner.ts';
import { caseOf, hopOf, idIn, type Request } from '../shapes.ts';

/** Longer than any letter: some thirty pages. */
const MOST_LETTER = 100_000;

/**
 * The port of letters that a provider's own system writes: about a request that was asked of it, in plain text (it is
 * shown as it stands on the page of who asked), and with the categories of that request, whoever sends it.
 */
export function letterPort(): WritePort {
  return {
    name: 'pathway-letters',
    types: ['DocumentReference'],
    settle: async (_record, trx, change) => {
      if (change.actor.role === 'system') return ok({});
      const about = await requestAsked(trx, change);
      if (!about) return { ok: false, problem: ABSENT };
      const wrong = notPlain(change.after);
      if (wrong)
        return fail('unprocessable', 'A letter about a request is plain text, whole in its attachment.', [
          { place: wrong, text: 'text/plain, with data, at most 75 kB', code: 'business-rule' },
        ]);
      return ok({ categories: about.categories, parties: about.parties });
    },
  };
}

type Asked = { readonly categories: readonly Category[]; readonly parties: readonly string[] };

/** The one request to a provider that this letter is about, where one of its Tasks is of who writes. */
async function requestAsked(trx: Trx, change: Change): Promise<Asked | undefined> {
  const identifiers = (change.after.identifier ?? []) as readonly { readonly system?: string }[];
  // The letters that Omzien writes itself are nobody's to make or to change.
  if (identifiers.some(({ system }) => system === LETTER_SYSTEM)) return undefined;
  const [about, ...more] = letterRequests(change.after);
  if (!about || more.length > 0 || (change.before && letterRequests(change.before)[0] !== about)) return undefined;
  const row = await loadResource(trx, change.resident, 'ServiceRequest', about);
  const request = row && (JSON.parse(row.content) as Request);
  if (!row || !request || hopOf(request) !== 'second') return undefined;
  const { tasks } = await loadParts(trx, change.resident, caseOf(request));
  const own = tasks.find(
    ({ resource }) =>
      idIn(resource.focus?.reference) === about && change.actor.services.includes(resource.owner?.reference ?? ''),
  );
  const owner = own?.resource.owner?.reference;
  return owner ? { categories: row.categories as Category[], parties: [row.author, owner] } : undefined;
}

/** The first attachment that is not plain text with its content. */
function notPlain(letter: Resource): string | undefined {
  const contents = (letter.content ?? []) as readonly { readonly attachment?: Readonly<Record<string, unknown>> }[];
  const at = contents.findIndex(({ attachment }) => {
    const { contentType, data, url } = attachment ?? {};
    const plain = typeof contentType === 'string' && /^text\/plain(; *charset=utf-8)?$/i.test(contentType);
    return !plain || url !== undefined || typeof data !== 'string' || data.length > MOST_LETTER;
  });
  return at < 0 ? undefined : `DocumentReference.content[${at}].attachment`;
}
