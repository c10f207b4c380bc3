import { at, atMost, hasCode, type Json, oneOf, type Profile, type Rule, required, without, wrong } from './rule.ts';

const HL7 = 'http://hl7.org/fhir/StructureDefinition';
const NL_CORE = 'http://nictiz.nl/fhir/StructureDefinition/nl-core-';
const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';
const UCUM = 'http://unitsofmeasure.org';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** vs-1: a moment is known to the day at least. */
const toTheDay: Rule = function* ({ effectiveDateTime: moment }, type) {
  if (typeof moment === 'string' && moment.length < 10)
    yield wrong(`${type}.effectiveDateTime`, 'Constraint vs-1 not met: to the day at least');
};

/** vs-2 and vs-3: a value, or why there is none; of each component too. */
const saysSomething: Rule = function* (resource, type) {
  const has = (one: Json) =>
    one.dataAbsentReason !== undefined || Object.keys(one).some((key) => /^_?value[A-Z]/.test(key));
  if (resource.component === undefined && resource.hasMember === undefined && !has(resource))
    yield wrong(type, 'Constraint vs-2 not met: a value, a reason for none, components or members');
  for (const { value, place } of at(resource, 'component', type))
    if (!has(value as Json)) yield wrong(place, 'Constraint vs-3 not met: a value or a reason for none');
};

const effective: Rule = function* (resource, type) {
  if (resource.effectiveDateTime === undefined && resource.effectivePeriod === undefined)
    yield wrong(`${type}.effective[x]`, 'A moment or a period is required', 'required');
};

const VITAL: readonly Rule[] = [
  oneOf('category', CATEGORY, 'vital-signs'),
  required('subject'),
  effective,
  toTheDay,
  saysSomething,
];

/** The code of what is measured. */
const coded = (system: string, code: string): Rule =>
  function* (resource, type) {
    if (!hasCode(resource.code, system, code))
      yield wrong(`${type}.code`, `${system}|${code} is required`, 'code-invalid');
  };

/** A value is a quantity in one of these units (UCUM), with its unit in words. */
function* inUnits(value: unknown, units: readonly string[], place: string) {
  const quantity = value as Json;
  for (const key of ['value', 'unit', 'system', 'code'])
    if (quantity[key] === undefined) yield wrong(`${place}.${key}`, 'Required by the profile', 'required');
  if (quantity.system !== undefined && quantity.system !== UCUM)
    yield wrong(`${place}.system`, `Must be ${UCUM}`, 'value');
  if (quantity.code !== undefined && !units.includes(String(quantity.code)))
    yield wrong(`${place}.code`, `In ${units.join(' or ')}`, 'code-invalid');
}

const quantity = (...units: readonly string[]): Rule =>
  function* (resource, type) {
    if (resource.valueQuantity !== undefined) yield* inUnits(resource.valueQuantity, units, `${type}.valueQuantity`);
    for (const key of Object.keys(resource))
      if (/^value[A-Z]/.test(key) && key !== 'valueQuantity')
        yield wrong(`${type}.${key}`, 'A quantity is required', 'structure');
  };

/** Systolic and diastolic pressure, each once, in mm[Hg]. */
const pressures: Rule = function* (resource, type) {
  const components = [...at(resource, 'component', type)];
  for (const [name, code] of [
    ['systolic', '8480-6'],
    ['diastolic', '8462-4'],
  ] as const) {
    const found = components.filter(({ value }) => hasCode((value as Json).code, LOINC, code));
    if (found.length !== 1)
      yield wrong(
        `${type}.component`,
        `One ${name} pressure (${LOINC}|${code}) is required, ${found.length} found`,
        'required',
      );
    for (const { value, place } of found)
      if ((value as Json).valueQuantity !== undefined)
        yield* inUnits((value as Json).valueQuantity, ['mm[Hg]'], `${place}.valueQuantity`);
  }
};

/** What a component with one code has for a value, where it is there; at most one of it. */
const component = (system: string, code: string, key: string): Rule =>
  function* (resource, type) {
    const found = [...at(resource, 'component', type)].filter(({ value }) =>
      hasCode((value as Json).code, system, code),
    );
    if (found.length > 1) yield wrong(`${type}.component`, `At most one with ${system}|${code}`, 'structure');
    for (const { value, place } of found)
      for (const one of Object.keys(value as Json))
        if (/^value[A-Z]/.test(one) && one !== key) yield wrong(`${place}.${one}`, `Must be ${key}`, 'structure');
  };

const WEIGHT = ['kg', 'g', '[lb_av]'];
const LENGTH = ['cm', '[in_i]'];

/** Vital signs: the code, the units, and by which names FHIR and nl-core know them. */
const MEASURES: readonly {
  readonly hl7?: string;
  readonly nl?: string;
  readonly code: string;
  readonly units: readonly string[];
  /** Narrower in nl-core. */
  readonly nlUnits?: readonly string[];
  readonly nlRules?: readonly Rule[];
}[] = [
  {
    hl7: 'bodyweight',
    nl: 'BodyWeight',
    code: '29463-7',
    units: WEIGHT,
    nlRules: [component(SNOMED, '248159006', 'valueCodeableConcept')],
  },
  { hl7: 'bodyheight', nl: 'BodyHeight', code: '8302-2', units: LENGTH },
  { hl7: 'headcircum', nl: 'HeadCircumference', code: '9843-4', units: LENGTH },
  { hl7: 'bodytemp', nl: 'BodyTemperature', code: '8310-5', units: ['Cel', '[degF]'], nlUnits: ['Cel'] },
  { hl7: 'heartrate', nl: 'HeartRate', code: '8867-4', units: ['/min'] },
  { hl7: 'resprate', code: '9279-1', units: ['/min'] },
  {
    hl7: 'oxygensat',
    nl: 'O2Saturation',
    code: '2708-6',
    units: ['%'],
    nlRules: [component(SNOMED, '266702001', 'valueBoolean')],
  },
  { hl7: 'bmi', code: '39156-5', units: ['kg/m2'] },
];

const profile = (url: string, ...rules: readonly Rule[]): Profile => ({
  url,
  type: 'Observation',
  rules: [...VITAL, ...rules],
});

/** The vital signs of FHIR R4 (8.19) and those of nl-core that are built like them (zib release 2020). */
export const VITAL_SIGNS_PROFILES: readonly Profile[] = [
  profile(`${HL7}/vitalsigns`),
  profile(`${HL7}/vitalspanel`, coded(LOINC, '85353-1'), required('hasMember'), valueless()),
  ...MEASURES.flatMap(({ hl7, nl, code, units, nlUnits, nlRules }) => [
    ...(hl7 ? [profile(`${HL7}/${hl7}`, coded(LOINC, code), quantity(...units))] : []),
    ...(nl
      ? [
          profile(
            `${NL_CORE}${nl}`,
            coded(LOINC, code),
            quantity(...(nlUnits ?? units)),
            atMost('', 'note', 1),
            ...(nlRules ?? []),
          ),
        ]
      : []),
  ]),
  profile(`${HL7}/bp`, coded(LOINC, '85354-9'), without('valueQuantity'), pressures),
  profile(
    `${NL_CORE}BloodPressure`,
    coded(LOINC, '85354-9'),
    without('valueQuantity'),
    pressures,
    component(SNOMED, '85549003', 'valueCodeableConcept'),
    component(SNOMED, '70665002', 'valueCodeableConcept'),
    component(SNOMED, '6797001', 'valueQuantity'),
    atMost('', 'note', 1),
  ),
  profile(`${NL_CORE}PulseRate`, coded(SNOMED, '366199006'), atMost('', 'note', 1)),
];

function valueless(): Rule {
  return function* (resource, type) {
    for (const key of Object.keys(resource))
      if (/^value[A-Z]/.test(key)) yield wrong(`${type}.${key}`, 'Not in this profile', 'structure');
  };
}
