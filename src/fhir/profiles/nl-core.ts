import { CODE_SPECIFICATION, dutchAddresses, dutchNames, dutchNumbers, dutchRoles } from './parts.ts';
import {
  at,
  atMost,
  codingsOf,
  doubtful,
  extensionsOf,
  type Finding,
  type Json,
  oneOf,
  type Profile,
  type Rule,
  required,
  wrong,
} from './rule.ts';

const NL_CORE = 'http://nictiz.nl/fhir/StructureDefinition/nl-core-';
const CORE = 'http://hl7.org/fhir/StructureDefinition';
const SNOMED = 'http://snomed.info/sct';
const V3 = 'http://terminology.hl7.org/CodeSystem/v3-';

/** A Dutch code of gender stands beside the FHIR one at most once, and is male, female, undifferentiated or unknown. */
const gender: Rule = function* ({ _gender }, type) {
  const found = [...extensionsOf(_gender, CODE_SPECIFICATION, `${type}.gender`)];
  if (found.length > 1) yield wrong(`${type}.gender`, 'At most one code of the Dutch list', 'structure');
  for (const { value } of found)
    if (!codingsOf((value as Json).valueCodeableConcept).some(({ code }) => /^(?:M|F|UN|UNK)$/.test(String(code))))
      yield wrong(`${type}.gender`, 'Not a gender of the Dutch list', 'code-invalid');
};

const maritalStatus: Rule = function* ({ maritalStatus: status }, type) {
  const codings = codingsOf(status);
  if (
    codings.length > 0 &&
    !codings.some(({ system }) => system === `${V3}MaritalStatus` || system === `${V3}NullFlavor`)
  )
    yield wrong(`${type}.maritalStatus`, `A code of ${V3}MaritalStatus is required`, 'code-invalid');
};

/** How well somebody knows a language: of each, one kind (spoken, written) and a level. */
const proficiency: Rule = function* (resource, type) {
  for (const { value, place } of at(resource, 'communication', type))
    for (const known of extensionsOf(value, `${CORE}/patient-proficiency`, place)) {
      const count = (url: string) => [...extensionsOf(known.value, url, known.place)].length;
      if (count('level') < 1) yield wrong(known.place, 'A level is required', 'required');
      if (count('type') !== 1) yield wrong(known.place, 'One type is required', 'required');
    }
};

/** A contact of a Patient leads to at most one RelatedPerson. */
const contactLeads: Rule = function* (resource, type) {
  for (const { value, place } of at(resource, 'contact', type)) {
    const found = [...extensionsOf(value, `${CORE}/patient-relatedPerson`, place)];
    if (found.length > 1) yield wrong(place, 'At most one RelatedPerson', 'structure');
    for (const one of found) {
      const to = ((one.value as Json).valueReference as Json | undefined)?.reference;
      if (typeof to === 'string' && !/^#|(?:^|\/)RelatedPerson\//.test(to))
        yield wrong(`${one.place}.valueReference`, 'Leads to RelatedPerson only', 'value');
    }
  }
};

const members: Rule = function* (resource, type) {
  for (const { value, place } of at(resource, 'participant', type)) {
    const { member, role } = value as { readonly member?: Json; readonly role?: unknown };
    if (!member) {
      yield wrong(`${place}.member`, 'Each participant names a member', 'required');
      continue;
    }
    const to = String(member.reference ?? '');
    if (/(?:^|\/)Practitioner\//.test(to))
      yield doubtful(`${place}.member`, 'Name the PractitionerRole rather than the Practitioner');
    if (/(?:^|\/)PractitionerRole\//.test(to) && Array.isArray(role) && role.length > 1)
      yield wrong(`${place}.role`, 'One role of a health professional', 'structure');
  }
};

/** A status that is wished for and its value come from one code system (zib FunctionalOrMentalStatus). */
const target: Rule = function* (resource, type): Generator<Finding> {
  for (const { value, place } of at(resource, 'target', type)) {
    const { measure, detailCodeableConcept } = value as Json;
    const systems = codingsOf(measure).map(({ system }) => system);
    const own = codingsOf(detailCodeableConcept).map(({ system }) => system);
    if (systems.length > 0 && own.length > 0 && !own.some((system) => systems.includes(system)))
      yield doubtful(place, 'The value is of another code system than what is measured');
  }
};

/** nl-core for FHIR R4 (zib release 2020), as far as the constraints are written down here. */
export const NL_CORE_PROFILES: readonly Profile[] = [
  {
    url: `${NL_CORE}Patient`,
    type: 'Patient',
    rules: [
      dutchNames('name'),
      gender,
      maritalStatus,
      dutchAddresses('address'),
      dutchAddresses('contact.address'),
      dutchNames('contact.name'),
      dutchRoles('contact.relationship'),
      contactLeads,
      proficiency,
    ],
  },
  {
    url: `${NL_CORE}ContactPerson`,
    type: 'RelatedPerson',
    rules: [dutchNames('name'), dutchRoles('relationship'), dutchAddresses('address')],
  },
  {
    url: `${NL_CORE}HealthcareProvider-Organization`,
    type: 'Organization',
    rules: [dutchNumbers, dutchAddresses('address')],
  },
  { url: `${NL_CORE}HealthcareProvider`, type: 'Location', rules: [dutchNumbers, dutchAddresses('address')] },
  { url: `${NL_CORE}CareTeam`, type: 'CareTeam', rules: [required('subject'), members] },
  {
    url: `${NL_CORE}TreatmentObjective`,
    type: 'Goal',
    rules: [atMost('', 'addresses', 1), atMost('', 'note', 1), target],
  },
  {
    url: `${NL_CORE}HelpFromOthers`,
    type: 'CarePlan',
    rules: [
      oneOf('category', SNOMED, '243114000'),
      atMost('', 'activity', 1),
      atMost('activity.detail', 'performer', 1),
      atMost('', 'note', 1),
    ],
  },
];
