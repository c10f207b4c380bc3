import { DOMAINS, LANGUAGES, type Service, WEEKDAYS } from '../content/index.ts';
import { OMZIEN, type Resource } from '../fhir/index.ts';
import { extensionUrl } from './fhir-organisations.ts';

type Coding = { readonly system?: string; readonly code?: string };
type Coded = { readonly coding?: readonly Coding[]; readonly text?: string };
type Extension = {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueInteger?: number;
  readonly valueString?: string;
  readonly valueCode?: string;
  readonly valueDate?: string;
  readonly valueMoney?: { readonly value: number };
};
type HealthcareService = Resource & {
  readonly name?: string;
  readonly comment?: string;
  readonly extraDetails?: string;
  readonly telecom?: readonly { readonly system?: string; readonly value?: string }[];
  readonly category?: readonly Coded[];
  readonly type?: readonly Coded[];
  readonly characteristic?: readonly Coded[];
  readonly communication?: readonly Coded[];
  readonly eligibility?: readonly { readonly code?: Coded }[];
  readonly extension?: readonly Extension[];
  readonly availableTime?: readonly {
    readonly daysOfWeek?: readonly string[];
    readonly availableStartTime?: string;
    readonly availableEndTime?: string;
  }[];
  readonly notAvailable?: readonly { readonly during?: { readonly end?: string } }[];
  readonly availabilityExceptions?: string;
};

/**
 * What a HealthcareService that another system wrote says, as the directory has a service: the way back of
 * `serviceResources`. What it does not say, or says in words the region does not know, stays as it was (`before`).
 */
export function serviceFromFhir(resource: Resource, before: Service, needs: ReadonlySet<string>): Service {
  const sent = resource as HealthcareService;
  const codes = (from: readonly Coded[] | undefined, system: string): readonly string[] =>
    (from ?? []).flatMap(({ coding }) =>
      (coding ?? []).flatMap((one) => (one.system === system && one.code ? [one.code] : [])),
    );
  const own = (name: string) => `${OMZIEN}/CodeSystem/${name}`;
  const ext = (name: string) => sent.extension?.find(({ url }) => url === extensionUrl(name));
  const wanted = codes(sent.type, own('need')).filter((code) => needs.has(code));
  const domain = DOMAINS.find((one) => codes(sent.category, own('service-domain')).includes(one));
  const spoken = codes(sent.communication, 'urn:ietf:bcp:47');
  const languages = LANGUAGES.filter((code) => spoken.includes(code));
  const delivered = codes(sent.characteristic, own('delivery'))[0];
  const delivery = (['on-site', 'at-home', 'phone', 'online'] as const).find((one) => one === delivered);
  const [signUp, gettingThere] = sent.extraDetails?.split('\n\n') ?? [];
  const next = {
    ...before,
    name: sent.name ?? before.name,
    description: sent.comment ?? before.description,
    domain: domain ?? before.domain,
    needs: wanted.length > 0 ? wanted : before.needs,
    languages:
      languages.length > 0
        ? spoken.filter((code) => (LANGUAGES as readonly string[]).includes(code))
        : before.languages,
    delivery: delivery ?? before.delivery,
    wheelchair: sent.characteristic
      ? codes(sent.characteristic, own('accessibility')).includes('wheelchair')
      : before.wheelchair,
    signUp: signUp || before.signUp,
    gettingThere: gettingThere || before.gettingThere,
    audience: audienceOf(sent, before),
    cost: costOf(ext('cost'), before),
    confirmed: confirmedOf(ext('confirmed'), before),
    waitingDays: ext('waiting-days')?.valueInteger ?? before.waitingDays,
    places: ext('places')?.valueInteger,
    placesFree: ext('places-free')?.valueInteger,
    phone: sent.telecom?.find(({ system }) => system === 'phone')?.value,
    when: timesOf(sent),
    whenNote: sent.availabilityExceptions,
    fullUntil: sent.notAvailable?.[0]?.during?.end?.slice(0, 10),
  };
  return JSON.parse(JSON.stringify(next)) as Service;
}

function timesOf({ availableTime }: HealthcareService): Service['when'] {
  return (availableTime ?? []).flatMap(({ daysOfWeek, availableStartTime, availableEndTime }) =>
    (daysOfWeek ?? []).flatMap((day) => {
      const weekday = WEEKDAYS.find((one) => one.startsWith(day));
      return weekday && availableStartTime && availableEndTime
        ? [{ weekday, from: availableStartTime.slice(0, 5), to: availableEndTime.slice(0, 5) }]
        : [];
    }),
  );
}

function audienceOf({ eligibility, extension }: HealthcareService, { audience }: Service): Service['audience'] {
  const of = (code: string) =>
    eligibility?.find((one) => one.code?.coding?.some((coding) => coding.code === code))?.code;
  const bounds = extension?.find(({ url }) => url === extensionUrl('audience'))?.extension;
  const bound = (url: string) => bounds?.find((one) => one.url === url);
  const gender = bound('gender')?.valueCode;
  return {
    text: of('audience')?.text ?? audience.text,
    minAge: bound('minAge')?.valueInteger,
    maxAge: bound('maxAge')?.valueInteger,
    gender: gender === 'female' || gender === 'male' ? gender : undefined,
    residentsOnly: of('residents-only') ? true : undefined,
  } as Service['audience'];
}

function costOf(told: Extension | undefined, { cost }: Service): Service['cost'] {
  const part = (url: string) => told?.extension?.find((one) => one.url === url);
  const per = (['free', 'session', 'month', 'year'] as const).find((one) => one === part('per')?.valueCode);
  const amount = part('amount')?.valueMoney?.value;
  if (!per || amount === undefined || (per === 'free') !== (amount === 0)) return cost;
  return { amount, per, note: part('note')?.valueString } as Service['cost'];
}

function confirmedOf(told: Extension | undefined, { confirmed }: Service): Service['confirmed'] {
  const on = told?.extension?.find(({ url }) => url === 'on')?.valueDate;
  const by = told?.extension?.find(({ url }) => url === 'by')?.valueString;
  return on && by ? { on, by } : confirmed;
}
