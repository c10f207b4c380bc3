import type { Resource } from '../../../../fhir/index.ts';
import { ABSENT, localDate, type Problem, type Result } from '../../../../platform/index.ts';
import { readResource } from '../../../../record/index.ts';
import type { Answer, Ask, FormAsk, Posted } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { ownCases } from '../../../read/case.ts';
import { codeWordSince, correctDetails, setCodeWord, setWishes } from '../../../service/details.ts';
import { idIn } from '../../../shapes.ts';
import {
  type PersonFacts,
  personFacts,
  readWishes,
  refusalOf,
  type Shown,
  wishValues,
  wishWords,
} from '../../shared/index.ts';
import { readDetails } from './form.ts';
import { detailsPage } from './view.tsx';
import { detailsWords } from './words.ts';

type Own = { readonly resident: string; readonly patient: Resource; readonly person: PersonFacts };

async function own(ground: PathwayGround, ask: Ask): Promise<Result<Own, Problem>> {
  const resident = ask.actor.residentId;
  if (!resident) return { ok: false, problem: ABSENT };
  const read = await readResource(ground, ask.actor, 'Patient', resident, ask.door);
  if (!read.ok) return read;
  const patient = JSON.parse(read.value.text) as Resource;
  const person = personFacts(patient, localDate(ground.clock.now()), ask.context.lang);
  return person ? { ok: true, value: { resident, patient, person } } : { ok: false, problem: ABSENT };
}

/** GET /mijn/gegevens */
export async function showDetails(
  ground: PathwayGround,
  ask: Ask,
  forms: { readonly details?: Shown; readonly wishes?: Shown } = {},
): Promise<Answer> {
  const found = await own(ground, ask);
  if (!found.ok) return { problem: found.problem };
  const { resident, patient, person } = found.value;
  const again = forms.details !== undefined || forms.wishes !== undefined;
  const draft = again ? undefined : await ask.draft();
  const page = detailsPage(ask.context, {
    person,
    details: forms.details ?? { values: draft && 'phone' in draft ? draft : detailValues(patient) },
    wishes: forms.wishes ?? { values: draft && 'way' in draft ? draft : wishValues(person.wishes) },
    codeWordSince: await codeWordSince(ground, ask.actor, resident),
  });
  return again ? { again: page } : page;
}

function detailValues(patient: Resource): Posted {
  const points = (patient.telecom ?? []) as readonly { readonly system?: string; readonly value?: string }[];
  const [address] = (patient.address ?? []) as readonly {
    readonly line?: readonly string[];
    readonly postalCode?: string;
    readonly city?: string;
  }[];
  const told = (system: string) => points.find((one) => one.system === system)?.value ?? '';
  return {
    phone: told('phone'),
    mail: told('email'),
    street: address?.line?.[0] ?? '',
    postcode: address?.postalCode ?? '',
    city: address?.city ?? '',
  };
}

/** POST /mijn/gegevens */
export async function keepDetails(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const resident = ask.actor.residentId ?? '';
  const { lang } = ask.context;
  const words = detailsWords(lang);
  const again = (errors: Readonly<Record<string, string>>) =>
    showDetails(ground, ask, { details: { values: ask.posted, errors } });
  const read = readDetails(ask.posted, lang);
  if (!read.ok) return again(read.errors);
  const { region } = ground.definitions;
  const home = region.postcodes.find((one) => one.code === read.value.postcode.slice(0, 4))?.municipality;
  const municipality = region.municipalities.find((one) => one.id === home)?.name ?? read.value.city;
  const done = await correctDetails(
    ground,
    ask.actor,
    { resident, details: { ...read.value, municipality } },
    ask.door,
  );
  if (!done.ok) {
    const errors = refusalOf(done.problem, [], 'phone', lang);
    return errors ? again(errors) : { problem: done.problem };
  }
  if (!done.value.moved) return { to: '/mijn/gegevens', flash: { kind: 'good', text: words.saved } };
  const team = await teamThatHelps(ground, ask);
  const text = team ? words.moved({ team }) : words.movedNoCase;
  return { to: '/mijn/gegevens', flash: { kind: 'good', text } };
}

/** Who helps now and is asked by the move itself, on their worklist, whether somebody else should go on. */
async function teamThatHelps(ground: PathwayGround, ask: FormAsk): Promise<string | undefined> {
  const cases = await ownCases(ground, ask.actor, ask.door);
  const row = cases.ok ? cases.value.find((one) => one.closed_at === null && one.team) : undefined;
  return row && ground.definitions.organisationName(idIn(row.team));
}

/** POST /mijn/gegevens/voorkeuren */
export async function keepWishes(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const found = await own(ground, ask);
  if (!found.ok) return { problem: found.problem };
  const { resident, person } = found.value;
  const { lang } = ask.context;
  const again = (errors: Readonly<Record<string, string>>) =>
    showDetails(ground, ask, { wishes: { values: ask.posted, errors } });
  const read = readWishes(ask.posted, person.mail !== undefined, lang);
  if (!read.ok) return again(read.errors);
  const done = await setWishes(ground, ask.actor, { resident, wishes: read.value.wishes }, ask.door);
  if (!done.ok) return { problem: done.problem };
  const { word } = read.value;
  if (word !== 'keep') {
    const kept = await setCodeWord(
      ground,
      ask.actor,
      { resident, word: word === 'remove' ? undefined : word.set },
      ask.door,
    );
    if (!kept.ok) return { problem: kept.problem };
  }
  return { to: '/mijn/gegevens', flash: { kind: 'good', text: wishWords(lang).saved } };
}
