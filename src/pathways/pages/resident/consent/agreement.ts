import type { ConsentText } from '../../../../content/index.ts';
import type { Resource } from '../../../../fhir/index.ts';
import { type ConsentParty, consentPartyRef } from '../../../consent-party.ts';
import type { Definitions } from '../../../ground.ts';
import { CONSENT_HOW, newerText } from '../../../service/consent.ts';

/** One agreement of a resident, with the text that it was given on. */
export type Agreement = {
  readonly id: string;
  readonly title: string;
  readonly text: ConsentText | undefined;
  readonly active: boolean;
  readonly givenAt: string | undefined;
  readonly withdrawnAt: string | undefined;
  /** Who may receive by it. */
  readonly towards: string;
  readonly recordedBy: string;
  /** The organisation or service it is for, as a reference. */
  readonly towardsRef: string;
  readonly textId: string;
  /** The version of the text that this yes was given on, and whether there is a newer one to be asked about. */
  readonly version: number;
  readonly changed: boolean;
  /** How it was given where that was not on this screen: on paper or by telephone, noted by whom. */
  readonly verified: { readonly how: string; readonly by: string } | undefined;
};

/** All that was said about one purpose and one organisation: the last word counts, the earlier ones are its history. */
export type Standing = { readonly now: Agreement; readonly before: readonly Agreement[] };

/** Puts together what was said about the same purpose and organisation, the last first. */
export function standingsOf(agreements: readonly Agreement[]): readonly Standing[] {
  const groups = Map.groupBy(agreements, (one) => `${one.textId || one.title}|${one.towardsRef}`);
  return [...groups.values()].map((group) => {
    // An active yes is the last word; else the newest.
    const [now, ...before] = group.toSorted(
      (a, b) => Number(b.active) - Number(a.active) || ((a.givenAt ?? '') < (b.givenAt ?? '') ? 1 : -1),
    );
    return { now: now!, before };
  });
}

type Consent = Resource & {
  readonly status?: string;
  readonly dateTime?: string;
  readonly meta?: { readonly lastUpdated?: string };
  readonly policyRule?: { readonly text?: string };
  readonly sourceAttachment?: { readonly title?: string };
  readonly organization?: readonly { readonly display?: string }[];
  readonly verification?: readonly {
    readonly verified?: boolean;
    readonly verifiedWith?: { readonly display?: string };
    readonly extension?: readonly { readonly url?: string; readonly valueString?: string }[];
  }[];
  readonly provision?: {
    readonly type?: string;
    readonly actor?: readonly { readonly reference?: ConsentParty }[];
  };
};

/** Reads a Consent as what was agreed. A text that the region no longer has is told by its title alone. */
export function agreementOf(definitions: Definitions, resource: Resource): Agreement {
  const consent = resource as Consent;
  const [textId = '', version] = (consent.policyRule?.text ?? '').split('|');
  const text = definitions.region.consents.find((one) => one.id === textId);
  const active = consent.status === 'active' && consent.provision?.type !== 'deny';
  return {
    id: consent.id ?? '',
    title: text?.title ?? consent.sourceAttachment?.title ?? '',
    text,
    active,
    givenAt: consent.dateTime,
    withdrawnAt: active ? undefined : consent.meta?.lastUpdated,
    towards: (consent.provision?.actor ?? [])
      .flatMap(({ reference }) => reference?.display ?? consentPartyRef(reference) ?? [])
      .join(', '),
    recordedBy: consent.organization?.[0]?.display ?? '',
    towardsRef: consentPartyRef(consent.provision?.actor?.[0]?.reference) ?? '',
    textId,
    version: Number(version) || 1,
    changed: active && newerText(definitions.region.consents, resource) !== undefined,
    verified: verifiedIn(consent),
  };
}

function verifiedIn(consent: Consent): Agreement['verified'] {
  const [first] = consent.verification ?? [];
  if (!first?.verified) return undefined;
  return {
    how: first.extension?.find((one) => one.url === CONSENT_HOW)?.valueString ?? '',
    by: consent.organization?.[0]?.display ?? '',
  };
}
