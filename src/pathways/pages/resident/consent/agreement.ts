import type { ConsentText } from '../../../../content/index.ts';
import type { Resource } from '../../../../fhir/index.ts';
import type { Definitions } from '../../../ground.ts';

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
};

type Consent = Resource & {
  readonly status?: string;
  readonly dateTime?: string;
  readonly meta?: { readonly lastUpdated?: string };
  readonly policyRule?: { readonly text?: string };
  readonly sourceAttachment?: { readonly title?: string };
  readonly organization?: readonly { readonly display?: string }[];
  readonly provision?: {
    readonly type?: string;
    readonly actor?: readonly { readonly reference?: { readonly reference?: string; readonly display?: string } }[];
  };
};

/** Reads a Consent as what was agreed. A text that the region no longer has is told by its title alone. */
export function agreementOf(definitions: Definitions, resource: Resource): Agreement {
  const consent = resource as Consent;
  const [textId = ''] = (consent.policyRule?.text ?? '').split('|');
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
      .flatMap(({ reference }) => reference?.display ?? reference?.reference ?? [])
      .join(', '),
    recordedBy: consent.organization?.[0]?.display ?? '',
  };
}
