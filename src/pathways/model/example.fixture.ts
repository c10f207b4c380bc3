import type { PathwayDefinition } from './definition.ts';
import type { QuestionnaireDefinition } from './questionnaire.ts';

/** A small pathway for the tests of this room. It is not the region's: that is content. */
export const examplePathway: PathwayDefinition = {
  id: 'example-pathway',
  version: 2,
  title: 'Example',
  summary: 'A pathway for tests',
  source: 'set by the region',
  forWhom: { text: 'For adults', minimumAge: 18 },
  reasons: [{ code: 'money', label: 'Money', category: 'income-debt' }],
  urgencies: [
    { code: 'routine', label: 'Routine', norm: 'first-contact' },
    { code: 'soon', label: 'Soon', norm: 'first-contact-soon' },
  ],
  purpose: 'support-referral',
  categories: ['support'],
  steps: [
    {
      id: 'contact',
      title: 'Contact',
      text: 'The coach calls',
      forResident: 'You are called',
      roles: ['practice-nurse', 'welfare-coach'],
      norms: ['answer-referral'],
      questionnaires: [],
    },
    {
      id: 'conversation',
      title: 'Conversation',
      text: 'They talk',
      forResident: 'You talk',
      roles: ['welfare-coach', 'resident', 'carer'],
      norms: [],
      questionnaires: ['example-questions'],
    },
  ],
  hops: [
    {
      id: 'first',
      title: 'To the coach',
      requesters: ['practice-nurse'],
      performer: 'welfare-coach',
      target: 'tied-team',
      answerNorm: 'answer-referral',
    },
    {
      id: 'second',
      title: 'To a provider',
      requesters: ['welfare-coach'],
      performer: 'provider',
      target: 'service',
      basedOn: 'first',
      answerNorm: 'provider-answer',
    },
  ],
  norms: [
    norm('answer-referral', 3, 'working-days', 'referral-requested', 'referral-answered'),
    norm('first-contact', 5, 'working-days', 'referral-accepted', 'first-contact'),
    norm('first-contact-soon', 2, 'working-days', 'referral-accepted', 'first-contact'),
    norm('provider-answer', 5, 'working-days', 'provider-requested', 'provider-answered'),
    norm('start-support', 4, 'calendar-weeks', 'provider-accepted', 'support-started'),
    norm('follow-up', 3, 'months', 'support-started', 'follow-up-held'),
  ],
  followUp: { after: 'follow-up', questionnaires: ['example-questions'] },
  rejectReasons: [{ code: 'full', label: 'Full', by: ['provider'] }],
  cancelReasons: [
    { code: 'changed-mind', label: 'Changed my mind', by: ['requester', 'resident'] },
    { code: 'no-answer', label: 'No answer', by: ['requester', 'system'] },
  ],
  holdReasons: [{ code: 'resident-ill', label: 'Ill', by: ['provider'] }],
  failedReasons: [{ code: 'did-not-come', label: 'Did not come', by: ['provider'] }],
  errorReasons: [{ code: 'wrong-resident', label: 'Wrong resident', by: ['requester'] }],
  outcomes: [{ code: 'goal-reached', label: 'Goal reached', good: true }],
};

function norm(
  id: string,
  amount: number,
  unit: PathwayDefinition['norms'][number]['unit'],
  from: string,
  until: string,
): PathwayDefinition['norms'][number] {
  return { id, label: id, amount, unit, from, until, source: 'set by the region' };
}

/** Every kind of question, for tests. */
export const exampleQuestions: QuestionnaireDefinition = {
  id: 'example-questions',
  version: 1,
  title: 'Questions',
  kind: 'conversation',
  intro: 'Some questions',
  licence: 'EUPL-1.2',
  source: 'Own questions',
  items: [
    {
      linkId: 'body',
      type: 'scale',
      title: 'Body',
      text: 'How is your body?',
      help: 'Sleep, food, pain',
      required: true,
      category: 'health',
      dimension: 'body',
      min: 0,
      max: 10,
      anchors: { low: 'Bad', high: 'Good' },
      reversed: true,
    },
    {
      linkId: 'around',
      type: 'group',
      text: 'Around you',
      items: [
        { linkId: 'alone', type: 'boolean', text: 'Alone?', category: 'social' },
        {
          linkId: 'heard',
          type: 'choice',
          text: 'Heard?',
          repeats: true,
          category: 'support',
          options: [
            { code: 'a-little', label: 'A little', value: 1 },
            { code: 'completely', label: 'Completely', value: 2 },
          ],
        },
      ],
    },
    { linkId: 'body-note', type: 'text', noteFor: 'body', text: 'More?', category: 'health' },
    { linkId: 'goal', type: 'text', text: 'Goals?', repeats: true, required: true, category: 'support' },
  ],
};
