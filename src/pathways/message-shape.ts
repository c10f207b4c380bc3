import type { Resource } from '../fhir/index.ts';
import type { Told } from './model/index.ts';
import { type Concept, codesIn, idIn, SYSTEM } from './shapes.ts';

type Ref = {
  readonly reference?: string;
  readonly type?: string;
  readonly identifier?: { readonly system?: string; readonly value?: string };
  readonly display?: string;
};

/** A message as a Communication. */
export type Message = Resource & {
  readonly category?: readonly Concept[] | undefined;
  readonly basedOn?: readonly Ref[] | undefined;
  readonly partOf?: readonly Ref[] | undefined;
  readonly inResponseTo?: readonly Ref[] | undefined;
  readonly about?: readonly Ref[] | undefined;
  readonly sender?: Ref | undefined;
  readonly recipient?: readonly Ref[] | undefined;
  readonly sent?: string;
  readonly received?: string | undefined;
  readonly payload?: readonly { readonly contentString?: string }[];
};

/** True for a message between a resident and a team; any other Communication is the contact log of a team. */
export function isMessage(resource: Resource): boolean {
  return codesIn((resource as Message).category, SYSTEM.messageKind).includes('message');
}

/** What a message means for its exchange. */
export function toldOf(resource: Resource, id: string = resource.id ?? ''): Told {
  const message = resource as Message;
  const byResident = message.sender?.reference?.startsWith('Patient/') ?? false;
  return {
    id,
    root: idIn(message.partOf?.[0]?.reference) || id,
    caseId: idIn(message.basedOn?.[0]?.reference) || null,
    by: byResident ? 'resident' : 'other',
    at: new Date(message.sent ?? 0),
    read: message.received !== undefined,
  };
}
