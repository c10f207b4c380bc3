import type { Resource } from '../../fhir/index.ts';
import { createLaunch, type LaunchSite, openSite } from '../../platform/identity/index.ts';
import { systemActor, withActor } from '../../platform/index.ts';
import { loadResource } from '../../record/index.ts';
import type { RoomEvent, WebRoom } from '../../web/index.ts';
import type { PathwayGround } from '../ground.ts';
import { idIn, STARTED_FROM } from '../shapes.ts';
import { LETTER_SYSTEM } from './document.ts';

const POSTMAN = systemActor('letters');
/** What Omzien may do at a practice's own system by itself (SMART App Launch 2.2, Backend Services). */
const SCOPE = 'system/DocumentReference.c';

type Document = Resource & {
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly context?: { readonly related?: readonly { readonly reference?: string }[] };
};

/**
 * Brings letters to the system from which the referral was made, where that takes them. At least once: the system
 * knows by the identifier that it has a letter already; what fails is tried again by the outbox.
 */
export function letterRoom(ground: PathwayGround, rules: { readonly fetch?: typeof fetch } = {}): WebRoom {
  const systems = createLaunch({ redirectUri: '', ...rules });
  return {
    name: 'letters',
    subscribers: [
      {
        name: 'letters',
        wants: (type) => type === 'nl.omzien.DocumentReference.created',
        deliver: (event) => bring(ground, systems, event),
      },
    ],
  };
}

type Bringing = {
  readonly document: Document;
  readonly site: LaunchSite;
  readonly patient: string;
  readonly value: string;
};

async function bring(ground: PathwayGround, systems: ReturnType<typeof createLaunch>, event: RoomEvent): Promise<void> {
  const what = await whatToBring(ground, event);
  if (!what) return;
  const { document, site, patient, value } = what;
  const token = await systems.ownToken(site, SCOPE);
  const { id: _id, meta: _meta, context: _context, subject: _subject, ...letter } = document;
  const answer = await systems.fetch(`${site.issuer}/DocumentReference`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/fhir+json',
      'if-none-exist': `identifier=${LETTER_SYSTEM}|${value}`,
    },
    body: JSON.stringify({ ...letter, subject: { reference: `Patient/${patient}` } }),
    signal: AbortSignal.timeout(10_000),
    redirect: 'error',
  });
  await answer.body?.cancel();
  // No word of the letter, the patient or the system's answer goes into an error: it is kept with the event.
  if (!answer.ok) throw new Error(`The system of the practice answers ${answer.status} to a letter.`);
  await ground.audit.write({
    actor: POSTMAN,
    action: 'exported',
    allowed: true,
    resident: event.residentId,
    subjectType: 'DocumentReference',
    subjectId: idIn(event.subject),
    purpose: 'support-referral',
    ground: 'GDPR 6(1)(c), 9(2)(h); the answer to who referred',
    door: 'job',
    detail: `to ${site.name} of ${site.organisation}`,
  });
}

/** The letter and where it goes; undefined where nobody asked for one, or its system takes none (any more). */
async function whatToBring(ground: PathwayGround, event: RoomEvent): Promise<Bringing | undefined> {
  const found = await withActor(ground, POSTMAN, { kind: 'act', resident: event.residentId }, async (trx) => {
    const row = await loadResource(trx, event.residentId, 'DocumentReference', idIn(event.subject));
    const document = row && (JSON.parse(row.content) as Document);
    const value = document?.identifier?.find(({ system }) => system === LETTER_SYSTEM)?.value;
    const about = document?.context?.related?.find(({ reference }) => reference?.startsWith('ServiceRequest/'));
    const request = about && (await loadResource(trx, event.residentId, 'ServiceRequest', idIn(about.reference)));
    // A letter is ours where the rules wrote it; what a partner keeps here under our name goes nowhere.
    if (!document || !value || !request || row.author !== 'Device/omzien-engine') return undefined;
    const { extension } = JSON.parse(request.content) as {
      readonly extension?: readonly { readonly url?: string; readonly valueUrl?: string }[];
    };
    const from = extension?.find(({ url }) => url === STARTED_FROM)?.valueUrl;
    return from === undefined ? undefined : { document, value, from, author: request.author };
  });
  const [, issuer = '', patient = ''] = /^(.+)\/Patient\/([A-Za-z0-9.-]{1,64})$/.exec(found?.from ?? '') ?? [];
  const site = found && (await openSite(ground.pool, ground.keys, issuer));
  // Only to the system of the practice that referred: a request may say what it likes.
  if (!found || !site?.takesLetters || site.organisation !== found.author) return undefined;
  return { document: found.document, value: found.value, site, patient };
}
