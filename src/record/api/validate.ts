import {
  type Examined,
  examine,
  onShelf,
  parseExactly,
  type ResourceType,
  readSent,
  type Sent,
  toOutcome,
  typeRow,
} from '../../fhir/index.ts';
import { fail, ok, type Problem, type Result, textIn } from '../../platform/index.ts';
import { readResource } from '../read.ts';
import { withinScopes } from '../scopes.ts';
import { isWritten, type Mode, tryWrite } from '../try.ts';
import { addressOf, answer, type C, type FhirDoor, JSON_TYPE, NOT_JSON, sendsJson } from './door.ts';

type Asked = { readonly sent: Sent | undefined; readonly mode: Mode | undefined; readonly profile: string | undefined };

const SCOPE = { create: 'c', update: 'u', delete: 'd' } as const;

/**
 * [type]/$validate and [type]/[id]/$validate (R4 Resource-validate): 200 with an OperationOutcome, whatever it finds.
 * With a mode the rules and rights are asked too, as if it were written; nothing is kept.
 */
export async function validateResource(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const asked = await askedIn(context, type);
  if (!asked.ok) return answer(context, asked.problem);
  const { mode, profile } = asked.value;
  const [actor, door, id] = [context.get('actor'), context.get('door'), context.req.param('id')];
  const within = await withinScopes(fhir.ground, actor, [{ interaction: mode ? SCOPE[mode] : 'r', type }], door);
  if (!within.ok) return answer(context, within.problem);
  const sent = asked.value.sent ?? (mode === 'delete' ? undefined : await storedText(fhir, context, type));
  if (sent && 'kind' in sent) return outcome(context, sent);
  const examined = sent && examine(sent.resource);
  const problem = examined?.problem ?? (mode && (await tried(fhir, context, type, mode, id, sent)));
  const notes = profile
    ? [`The profile ${profile} is not checked by name; what the resource claims in meta.profile is.`]
    : [];
  return outcome(context, problem, notes, examined?.warnings);
}

/** What a write would be refused for; of the region only what its body says. */
async function tried(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  mode: Mode,
  id: string | undefined,
  sent: Sent | undefined,
): Promise<Problem | undefined> {
  if (!isWritten(type)) return { kind: 'unsupported', text: `${type} is read-only.` };
  if (typeRow(type).home !== 'resident') return undefined;
  const of = id ?? (sent?.resource.id as string | undefined);
  const done = await tryWrite(fhir.ground, context.get('actor'), mode, type, of, sent, context.get('door'));
  return done.ok ? undefined : done.problem;
}

/** The resource that is stored, where none is sent. */
async function storedText(fhir: FhirDoor, context: C, type: ResourceType): Promise<Sent | Problem> {
  const [actor, door, id] = [context.get('actor'), context.get('door'), context.req.param('id') ?? ''];
  const found = onShelf(type)
    ? await fhir.shelf.read(actor, type, id, door)
    : await readResource(fhir.ground, actor, type, id, door);
  if (!found.ok) return found.problem;
  return { resource: JSON.parse(found.value.text), text: found.value.text };
}

async function askedIn(context: C, type: ResourceType): Promise<Result<Asked>> {
  const query = addressOf(context);
  const text = context.req.method === 'POST' ? await context.req.text() : '';
  if (text !== '' && !sendsJson(context)) return { ok: false, problem: NOT_JSON };
  let body: { readonly resourceType?: string; readonly parameter?: readonly Record<string, unknown>[] } | undefined;
  try {
    body = text === '' ? undefined : (parseExactly(text) as typeof body);
  } catch (error) {
    return fail('invalid', `The body is not JSON: ${(error as Error).message}`);
  }
  const parameters =
    body?.resourceType === 'Parameters' && type !== ('Parameters' as string) ? (body.parameter ?? []) : undefined;
  const named = (name: string) => parameters?.find((one) => one?.name === name);
  const value = (name: string) =>
    String(named(name)?.valueCode ?? named(name)?.valueUri ?? named(name)?.valueString ?? query.get(name) ?? '');
  const mode = value('mode');
  if (!['', 'create', 'update', 'delete'].includes(mode))
    return fail('invalid', 'mode is create, update or delete.', [{ place: 'mode', text: 'create, update or delete' }]);
  const resource = parameters ? named('resource')?.resource : body;
  if (resource === undefined && context.req.param('id') === undefined)
    return fail('invalid', 'Send the resource, by itself or as the parameter resource.', [
      { place: 'resource', text: 'Missing' },
    ]);
  const sent = resource === undefined ? undefined : readSent(type, JSON.stringify(resource));
  if (sent && !sent.ok) return sent;
  return ok({
    sent: sent?.value,
    mode: (mode || undefined) as Mode | undefined,
    profile: value('profile') || undefined,
  });
}

function outcome(
  context: C,
  problem: Problem | undefined,
  notes: readonly string[] = [],
  doubts: Examined['warnings'] = [],
): Response {
  const body = outcomeOf(problem, notes, doubts);
  return context.body(JSON.stringify(body), 200, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' });
}

/** What was found in a resource: what is wrong, what is doubtful, and what else there is to say; never nothing. */
export function outcomeOf(
  problem: Problem | undefined,
  notes: readonly string[],
  doubts: Examined['warnings'],
): Readonly<Record<string, unknown>> {
  const note = (text: string) => ({ severity: 'information', code: 'informational', details: { text } });
  const issues = problem ? (toOutcome(problem).body.issue as readonly unknown[]) : [note('Nothing is wrong with it.')];
  const warnings = doubts.map(({ place, text, code }) => ({
    severity: 'warning',
    code: code ?? 'business-rule',
    details: { text: textIn(text, 'en') },
    expression: [place],
  }));
  return { resourceType: 'OperationOutcome', issue: [...issues, ...warnings, ...notes.map(note)] };
}
