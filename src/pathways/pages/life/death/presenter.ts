import type { Resource } from '../../../../fhir/index.ts';
import { personOf } from '../../../../record/index.ts';
import { formatDateTime, type Language } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { organisationBehind } from '../../../messages/recipients.ts';
import type { CaseView } from '../../../read/case.ts';
import { idIn, isDeath, requestStopReason } from '../../../shapes.ts';
import { deathWords } from './words.ts';

/** Somebody who should hear it, with their telephone where it is known. */
export type ToTell = { readonly key: string; readonly who: string; readonly what: string; readonly phone: string };

/** What a case shows after a death; `mistaken`: it stopped by a death that was corrected, and may be opened again. */
export type AfterDeath = {
  readonly deceased: boolean;
  readonly on: string | undefined;
  readonly mistaken: boolean;
  readonly tell: readonly ToTell[];
  readonly stopped: readonly { readonly key: string; readonly text: string }[];
};

type Relative = Resource & {
  readonly name?: readonly { readonly given?: readonly string[]; readonly family?: string; readonly text?: string }[];
  readonly relationship?: readonly { readonly text?: string }[];
  readonly telecom?: readonly { readonly system?: string; readonly value?: string }[];
};
type Plan = Resource & { readonly start?: string; readonly cancelationReason?: Parameters<typeof isDeath>[0] };

/** Reads from an opened case whom to tell and what stopped; nothing that its reader may not see is in it. */
export function afterDeath(view: CaseView, definitions: Definitions, lang: Language): AfterDeath {
  const words = deathWords(lang);
  const deceased = view.patient !== undefined && personOf(view.patient).deceased;
  const tasks = view.onward.flatMap((one) => one.tasks).filter((task) => isDeath(task.statusReason));
  const party = (reference: string | undefined, what: string, name?: string): ToTell[] => {
    if (!reference) return [];
    const phone = organisationBehind(definitions, reference)?.phone ?? words.noPhone;
    return [{ key: reference, who: name ?? definitions.organisationName(idIn(reference)), what, phone }];
  };
  const providers = tasks.flatMap((task) => party(task.owner?.reference, words.kinds.provider, task.owner?.display));
  return {
    deceased,
    on: view.patient?.deceasedDateTime as string | undefined,
    mistaken: !deceased && view.first?.status === 'revoked' && isDeath(requestStopReason(view.first)),
    tell: [
      ...(view.relatives as readonly Relative[]).map((one) => ({
        key: one.id ?? '',
        who: nameOf(one),
        what: one.relationship?.[0]?.text ?? words.kinds.relative,
        phone: one.telecom?.find((point) => point.system === 'phone')?.value ?? words.noPhone,
      })),
      ...new Map(providers.map((one) => [one.key, one])).values(),
      // The team calls the practice, and the practice the team.
      ...(view.row
        ? party(view.row.practice, words.kinds.practice)
        : party(view.firstTask?.owner?.reference, words.kinds.team)),
    ],
    stopped: [
      ...tasks.map((task) => ({ key: task.id ?? '', text: task.owner?.display ?? '' })),
      ...(view.appointments as readonly Plan[])
        .filter((plan) => isDeath(plan.cancelationReason))
        .map((plan) => ({
          key: plan.id ?? '',
          text: words.stoppedPlan({ when: plan.start ? formatDateTime(plan.start, 'short', lang) : '' }),
        })),
    ],
  };
}

function nameOf(one: Relative): string {
  const [name] = one.name ?? [];
  return name?.text ?? [...(name?.given ?? []), name?.family].filter(Boolean).join(' ');
}
