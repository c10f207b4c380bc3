import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, Refusal, type Result, type Trx } from '../../platform/index.ts';
import { hideAttachment, loadResource, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { codesIn, idIn, SYSTEM } from '../shapes.ts';
import { perform, refuse, theCase } from './perform.ts';

type Contact = Resource & {
  readonly status: string;
  readonly basedOn?: readonly { readonly reference?: string }[];
  readonly payload?: readonly { readonly contentAttachment?: { readonly url?: string } }[];
};

type Which = { readonly resident: string; readonly caseId: string; readonly contact: string };

/**
 * Says that a contact was written down by mistake, and why. It no longer counts as an attempt and its files are gone at
 * once; what stood there stays in its history.
 */
export async function undoContact(
  ground: PathwayGround,
  actor: Actor,
  what: Which & { readonly reason: string },
  door: Door,
): Promise<Result<{ readonly contact: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'contact' }, door, async (trx, why) => {
    const present = await theContact(trx, actor, what);
    if (!what.reason.trim())
      refuse('unprocessable', { nl: 'Schrijf op wat er niet klopte.', en: 'Write down what was not right.' }, 'reason');
    if (present.status === 'entered-in-error')
      refuse('conflict', { nl: 'Dit was al als vergissing gemeld.', en: 'This was marked as a mistake already.' });
    await updateInside(
      ground,
      trx,
      actor,
      {
        resource: { ...present, status: 'entered-in-error', statusReason: { text: what.reason.trim() } },
        resident: what.resident,
        id: what.contact,
        ...why,
      },
      door,
    );
    return { contact: what.contact };
  });
}

/** Takes one file away that was added by mistake: nobody sees it from now on. The contact itself stays. */
export async function removeFile(
  ground: PathwayGround,
  actor: Actor,
  what: Which & { readonly file: string },
  door: Door,
): Promise<Result<{ readonly contact: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'contact' }, door, async (trx, why) => {
    const present = await theContact(trx, actor, what);
    if (!(await hideAttachment(ground, trx, what.resident, what.file, what.contact)))
      refuse('conflict', { nl: 'Deze bijlage was al weggehaald.', en: 'This attachment was removed already.' });
    const { payload, ...rest } = present;
    const left = (payload ?? []).filter((one) => one.contentAttachment?.url !== `Binary/${what.file}`);
    await updateInside(
      ground,
      trx,
      actor,
      {
        resource: { ...rest, ...(left.length > 0 ? { payload: left } : {}) } as Resource,
        resident: what.resident,
        id: what.contact,
        ...why,
      },
      door,
    );
    return { contact: what.contact };
  });
}

/** A contact of a case of the actor's team, or a refusal that looks absent. */
async function theContact(trx: Trx, actor: Actor, { resident, caseId, contact }: Which): Promise<Contact> {
  await theCase(trx, actor, resident, caseId);
  const row = await loadResource(trx, resident, 'Communication', contact);
  const found = row && (JSON.parse(row.content) as Contact);
  const ofCase = found?.basedOn?.some((ref) => idIn(ref.reference) === caseId);
  const logged = codesIn(found?.reasonCode as Parameters<typeof codesIn>[0], SYSTEM.contactOutcome).length > 0;
  if (!found || !ofCase || !logged) throw new Refusal(ABSENT);
  return found;
}
