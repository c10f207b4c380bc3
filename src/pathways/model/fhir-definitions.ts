import type {
  ActivityDefinition,
  Extension,
  PlanDefinition,
  PlanDefinitionAction,
  Questionnaire,
  QuestionnaireItem,
} from '@medplum/fhirtypes';
import type { Norm, PathwayDefinition, Step } from './definition.ts';
import type { Question, QuestionnaireDefinition } from './questionnaire.ts';

/**
 * A pathway as a FHIR R4 PlanDefinition: its steps in order as actions, the signal that starts it as trigger, its
 * questionnaires as definitions, its norms as extensions (FHIR has no term in working days).
 * `base`: the canonical base of this region, without a slash at the end.
 */
export function toPlanDefinition(definition: PathwayDefinition, base: string): PlanDefinition {
  const { id, version, title, summary, source, forWhom, reasons, purpose, norms, steps } = definition;
  return {
    resourceType: 'PlanDefinition',
    id,
    extension: norms.map((norm) => normExtension(norm, base)),
    url: `${base}/PlanDefinition/${id}`,
    version: String(version),
    name: machineName(id),
    title,
    type: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type', code: 'workflow-definition' }],
    },
    status: 'active',
    subjectCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }] },
    description: summary,
    purpose: forWhom.text,
    useContext: [
      {
        code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'age' },
        valueRange: {
          low: { value: forWhom.minimumAge, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' },
        },
      },
      {
        code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'workflow' },
        valueCodeableConcept: { coding: [{ system: `${base}/CodeSystem/purpose`, code: purpose }] },
      },
    ],
    topic: reasons.map(({ code, label }) => ({
      coding: [{ system: `${base}/CodeSystem/referral-reason`, code, display: label }],
    })),
    relatedArtifact: [
      { type: 'documentation', display: source },
      ...definition.hops.map(
        (hop) => ({ type: 'composed-of', resource: `${base}/ActivityDefinition/${id}-${hop.id}|${version}` }) as const,
      ),
    ],
    action: steps.map((step, index) => actionOf(definition, step, steps[index - 1], base)),
  };
}

function actionOf(
  definition: PathwayDefinition,
  step: Step,
  before: Step | undefined,
  base: string,
): PlanDefinitionAction {
  const first = definition.hops[0];
  const starts = definition.norms.find((norm) => norm.id === first?.answerNorm)?.from;
  const parts = step.questionnaires.map(
    (questionnaire): PlanDefinitionAction => ({
      id: `${step.id}.${questionnaire}`,
      definitionCanonical: `${base}/Questionnaire/${questionnaire}`,
    }),
  );
  return {
    id: step.id,
    title: step.title,
    description: step.text,
    textEquivalent: step.forResident,
    participant: step.roles.map((role) => ({
      type: role === 'resident' ? 'patient' : role === 'carer' ? 'related-person' : 'practitioner',
      role: { coding: [{ system: `${base}/CodeSystem/role`, code: role }] },
    })),
    ...(before === undefined && starts !== undefined ? { trigger: [{ type: 'named-event', name: starts }] } : {}),
    ...(before === undefined ? {} : { relatedAction: [{ actionId: before.id, relationship: 'after-end' }] }),
    ...(parts.length === 0 ? {} : { action: parts }),
  };
}

/**
 * What is asked in each hop of a pathway, as FHIR R4 ActivityDefinition: a ServiceRequest by one role, answered by another.
 * A partner makes its requests by it, and finds the codes of why in the PlanDefinition.
 */
export function toActivityDefinitions(definition: PathwayDefinition, base: string): readonly ActivityDefinition[] {
  const { id, version, source, purpose, hops } = definition;
  const roleOf = (role: string) => ({
    type: 'practitioner' as const,
    role: { coding: [{ system: `${base}/CodeSystem/role`, code: role }] },
  });
  return hops.map((hop) => ({
    resourceType: 'ActivityDefinition',
    id: `${id}-${hop.id}`,
    url: `${base}/ActivityDefinition/${id}-${hop.id}`,
    version: String(version),
    name: machineName(`${id}-${hop.id}`),
    title: hop.title,
    status: 'active',
    subjectCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }] },
    useContext: [
      {
        code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'workflow' },
        valueCodeableConcept: { coding: [{ system: `${base}/CodeSystem/purpose`, code: purpose }] },
      },
    ],
    relatedArtifact: [
      { type: 'documentation', display: source },
      { type: 'depends-on', resource: `${base}/PlanDefinition/${id}|${version}` },
    ],
    kind: 'ServiceRequest',
    intent: 'order',
    participant: [...hop.requesters.map(roleOf), roleOf(hop.performer)],
  }));
}

/** What partners read of a region's pathways: each as a PlanDefinition, what is asked in it, and its questionnaires. */
export function definitionResources(
  region: {
    readonly pathways: readonly PathwayDefinition[];
    readonly questionnaires: readonly QuestionnaireDefinition[];
  },
  base: string,
): readonly (PlanDefinition | ActivityDefinition | Questionnaire)[] {
  return [
    ...region.pathways.flatMap((pathway) => [toPlanDefinition(pathway, base), ...toActivityDefinitions(pathway, base)]),
    ...region.questionnaires.map((questionnaire) => toQuestionnaire(questionnaire, base)),
  ];
}

function normExtension(norm: Norm, base: string): Extension {
  return {
    url: `${base}/StructureDefinition/norm`,
    extension: [
      { url: 'id', valueCode: norm.id },
      { url: 'label', valueString: norm.label },
      { url: 'amount', valueInteger: norm.amount },
      { url: 'unit', valueCode: norm.unit },
      { url: 'from', valueCode: norm.from },
      { url: 'until', valueCode: norm.until },
      { url: 'source', valueString: norm.source },
    ],
  };
}

/**
 * A questionnaire as a FHIR R4 Questionnaire. A scale is an integer with its bounds and a slider; the words at both
 * ends, the category of data and the dimension travel as extensions and codes; help is a display item under its question.
 */
export function toQuestionnaire(definition: QuestionnaireDefinition, base: string): Questionnaire {
  const { id, version, title, kind, intro, licence, source, note, scoring, items } = definition;
  const about = [intro, note, scoring, source && `Bron: ${source}`].filter((text) => text !== undefined && text !== '');
  return {
    resourceType: 'Questionnaire',
    id,
    url: `${base}/Questionnaire/${id}`,
    version: String(version),
    name: machineName(id),
    title,
    status: 'active',
    subjectType: ['Patient'],
    ...(about.length === 0 ? {} : { description: about.join('\n\n') }),
    ...(licence === undefined ? {} : { copyright: licence }),
    ...(kind === undefined ? {} : { code: [{ system: `${base}/CodeSystem/questionnaire-kind`, code: kind }] }),
    item: items.map((item) => itemOf(item, base)),
  };
}

function itemOf(question: Question, base: string): QuestionnaireItem {
  const { linkId, type, text, title, help, required, repeats, options, items, category, dimension } = question;
  const codes = [
    ...(category === undefined ? [] : [{ system: `${base}/CodeSystem/data-category`, code: category }]),
    ...(dimension === undefined ? [] : [{ system: `${base}/CodeSystem/dimension`, code: dimension }]),
  ];
  const extension = extensionsOf(question, base);
  const below: QuestionnaireItem[] = [
    ...(help === undefined ? [] : [helpItem(linkId, help)]),
    ...(items ?? []).map((item) => itemOf(item, base)),
  ];
  return {
    ...(extension.length === 0 ? {} : { extension }),
    linkId,
    ...(codes.length === 0 ? {} : { code: codes }),
    ...(title === undefined ? {} : { prefix: title }),
    text,
    type: type === 'scale' ? 'integer' : type,
    ...(type === 'group' ? {} : { required: required === true }),
    ...(repeats === true ? { repeats } : {}),
    ...(options === undefined
      ? {}
      : {
          answerOption: options.map(({ code, label, value }) => ({
            valueCoding: {
              ...(value === undefined ? {} : { extension: [{ url: `${HL7}/ordinalValue`, valueDecimal: value }] }),
              system: `${base}/CodeSystem/answer-${linkId}`,
              code,
              display: label,
            },
          })),
        }),
    ...(below.length === 0 ? {} : { item: below }),
  };
}

const HL7 = 'http://hl7.org/fhir/StructureDefinition';

function extensionsOf({ type, min, max, anchors, reversed, noteFor }: Question, base: string): Extension[] {
  const own = `${base}/StructureDefinition`;
  const list: Extension[] = [];
  if (type === 'scale') {
    list.push({ url: `${HL7}/minValue`, valueInteger: min ?? 0 }, { url: `${HL7}/maxValue`, valueInteger: max ?? 10 });
    list.push({
      url: `${HL7}/questionnaire-itemControl`,
      valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'slider' }] },
    });
    list.push({ url: `${HL7}/questionnaire-sliderStepValue`, valueInteger: 1 });
  }
  if (anchors !== undefined) {
    const ends: Extension[] = [
      { url: 'low', valueString: anchors.low },
      { url: 'high', valueString: anchors.high },
    ];
    list.push({ url: `${own}/anchors`, extension: ends });
  }
  if (reversed === true) list.push({ url: `${own}/lower-is-better`, valueBoolean: true });
  if (noteFor !== undefined) list.push({ url: `${own}/note-for`, valueString: noteFor });
  return list;
}

/** The linkId has a dot, which a linkId of content cannot have. */
function helpItem(linkId: string, text: string): QuestionnaireItem {
  const coding = [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' }];
  return {
    extension: [{ url: `${HL7}/questionnaire-itemControl`, valueCodeableConcept: { coding } }],
    linkId: `${linkId}.help`,
    text,
    type: 'display',
  };
}

/** welzijn-op-recept → WelzijnOpRecept: a name that software can use (FHIR invariant pdf-0, que-0). */
function machineName(id: string): string {
  const name = id.replace(/(?:^|-)([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
  return /^[A-Z]/.test(name) ? name : `P${name}`;
}
