import { isResourceType, parametersOf, type Resource, type ResourceType, typeOfTopic } from '../../fhir/index.ts';
import { fail, ok, type ProblemPlace, type Result } from '../../platform/index.ts';
import { BACKPORT } from './backport.ts';
import { type Headers, readHeaders } from './headers.ts';

/** How much a notification says (the code system of the guide); whole resources are never sent, but read. */
export type PayloadContent = 'id-only' | 'empty';

/** What a receiver asked for, read out of a Subscription or of the plain API. */
export type Settings = {
  readonly topic: string;
  readonly types: readonly ResourceType[];
  /** Only of these statuses. */
  readonly statuses: readonly string[] | undefined;
  /** Only of resources that name one of these: `owner=HealthcareService/…`. */
  readonly named: readonly string[] | undefined;
  readonly endpoint: string;
  readonly headers: Headers;
  readonly content: PayloadContent;
  /** Events in one notification at most. */
  readonly most: number;
  readonly timeoutMs: number;
  readonly heartbeatS: number | undefined;
  readonly endsAt: Date | undefined;
};

export const DEFAULT_TIMEOUT_MS = 10_000;
export const DEFAULT_MOST = 20;
const LONGEST_TIMEOUT_S = 30;
const SHORTEST_HEARTBEAT_S = 60;
const MOST_EVENTS = 100;

type Extension = Readonly<Record<string, unknown>> & { readonly url?: string };
type Shape = {
  readonly criteria?: string;
  readonly _criteria?: { readonly extension?: readonly Extension[] };
  readonly end?: string;
  readonly channel?: {
    readonly type?: string;
    readonly _type?: { readonly extension?: readonly Extension[] };
    readonly endpoint?: string;
    readonly payload?: string;
    readonly _payload?: { readonly extension?: readonly Extension[] };
    readonly header?: readonly string[];
    readonly extension?: readonly Extension[];
  };
};

/** Reads a Subscription by the R4 profile of the backport guide; a problem names every element that does not do. Pure. */
export function readSettings(resource: Resource, kept: Headers): Result<Settings> {
  const { criteria = '', _criteria, channel = {}, end } = resource as unknown as Shape;
  const at: ProblemPlace[] = [];
  const wrong = (place: string, text: string) => void at.push({ place: `Subscription.${place}`, text, code: 'value' });

  const type = typeOfTopic(criteria);
  if (!type)
    wrong('criteria', 'Not a topic of this server: the CapabilityStatement lists them (topic-based subscriptions).');
  const filters = valuesOf(_criteria?.extension, BACKPORT.filter, 'valueString') as readonly string[];
  const filter = type ? readFilters(type, filters) : { statuses: undefined, named: undefined };
  if (typeof filter === 'string') wrong('criteria.extension', filter);

  if (channel.type !== 'rest-hook' || (channel._type?.extension ?? []).some(({ url }) => url === BACKPORT.channelType))
    wrong('channel.type', 'Only rest-hook.');
  if (channel.payload !== 'application/fhir+json') wrong('channel.payload', 'Only application/fhir+json.');
  const [content = 'id-only'] = valuesOf(channel._payload?.extension, BACKPORT.content, 'valueCode');
  if (content !== 'id-only' && content !== 'empty')
    wrong('channel.payload.extension', 'Only id-only or empty: what it is about is read, by who may read it then.');
  const number = (url: string, key: string, least: number, most: number, place: string): number | undefined => {
    const [value] = valuesOf(channel.extension, url, key);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    wrong('channel.extension', `${place}: a whole number from ${least} to ${most}.`);
    return undefined;
  };
  const timeout = number(BACKPORT.timeout, 'valueUnsignedInt', 1, LONGEST_TIMEOUT_S, 'timeout (seconds)');
  const heartbeatS = number(
    BACKPORT.heartbeat,
    'valueUnsignedInt',
    SHORTEST_HEARTBEAT_S,
    604_800,
    'heartbeat (seconds)',
  );
  const most = number(BACKPORT.maxCount, 'valuePositiveInt', 1, MOST_EVENTS, 'max-count');
  const headers = readHeaders(channel.header ?? [], kept);
  if (typeof headers === 'string') wrong('channel.header', headers);

  if (at.length > 0 || !type || typeof filter === 'string' || typeof headers === 'string')
    return fail('unprocessable', 'This Subscription asks for what this server does not do.', at);
  return ok({
    topic: criteria,
    types: [type],
    ...filter,
    endpoint: channel.endpoint ?? '',
    headers,
    content: content as PayloadContent,
    most: most ?? DEFAULT_MOST,
    timeoutMs: timeout === undefined ? DEFAULT_TIMEOUT_MS : timeout * 1000,
    heartbeatS,
    endsAt: end === undefined ? undefined : new Date(end),
  });
}

function valuesOf(extensions: readonly Extension[] | undefined, url: string, key: string): readonly unknown[] {
  return (extensions ?? []).filter((one) => one.url === url).map((one) => one[key]);
}

/** What may be named: never a resident, so that no receiver's settings say who somebody is. */
const NAMED = /^(?:Organization|HealthcareService|Location|Practitioner|PractitionerRole|Device)\/[A-Za-z0-9.-]{1,64}$/;

/**
 * Filters in the form of a search (`Task?status=accepted&owner=HealthcareService/…`): `status`, and one reference
 * parameter that leads to somebody at work or to an organisation. A text says what is wrong.
 */
function readFilters(
  type: ResourceType,
  filters: readonly string[],
): { statuses: readonly string[] | undefined; named: readonly string[] | undefined } | string {
  let [statuses, named]: (readonly string[] | undefined)[] = [];
  for (const filter of filters) {
    const [head = '', query] = filter.includes('?') ? filter.split(/\?(.*)/s) : [type, filter];
    if (!isResourceType(head) || head !== type) return `A filter of ${type} begins with ${type}?`;
    for (const [name, value] of new URLSearchParams(query)) {
      const values = value.split(',').filter((one) => one !== '');
      const parameter = parametersOf(type).get(name);
      if (name === 'status' && !statuses && values.length > 0) statuses = values.map((one) => one.replace(/^.*\|/, ''));
      else if (parameter?.type === 'reference' && !named && values.length > 0) {
        if (!values.every((one) => NAMED.test(one)))
          return `${name} takes references such as HealthcareService/<id>, and none to a resident.`;
        named = values.map((one) => `${name}=${one}`);
      } else return `${name} cannot be filtered by: give status, and one parameter that leads to an organisation.`;
    }
  }
  return { statuses, named };
}
