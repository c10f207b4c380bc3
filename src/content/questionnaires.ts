import { z } from 'zod';
import { DATA_CATEGORIES, DIMENSIONS, type Frozen, slug, words } from './vocabulary.ts';

const item = z
  .strictObject({
    linkId: slug,
    type: z.enum(['scale', 'text', 'choice', 'boolean']),
    title: words.optional(),
    text: words,
    original: words.optional(),
    help: words.optional(),
    required: z.boolean(),
    repeats: z.boolean().optional(),
    category: z.enum(DATA_CATEGORIES),
    dimension: z.enum(DIMENSIONS).optional(),
    noteFor: slug.optional(),
    min: z.int().optional(),
    max: z.int().optional(),
    anchors: z.strictObject({ low: words, high: words }).optional(),
    options: z
      .array(z.strictObject({ code: slug, label: words, value: z.int() }))
      .min(2)
      .optional(),
    reversed: z.boolean().optional(),
  })
  .superRefine((value, context) => {
    if (value.type === 'scale' && (value.min === undefined || value.max === undefined || !value.anchors)) {
      context.addIssue({
        code: 'custom',
        message: 'Een schaal heeft ‘min’, ‘max’ en ‘anchors’ (met ‘low’ en ‘high’) nodig. Vul die aan.',
      });
    }
    if (value.min !== undefined && value.max !== undefined && value.min >= value.max) {
      context.addIssue({
        code: 'custom',
        path: ['max'],
        message: 'Schrijf bij ‘max’ een getal dat groter is dan ‘min’.',
      });
    }
    if (value.type === 'choice' && !value.options) {
      context.addIssue({
        code: 'custom',
        message: 'Een keuzevraag heeft ‘options’ nodig: ten minste twee antwoorden.',
      });
    }
  });

export const questionnaire = z.strictObject({
  id: slug,
  version: z.int().positive(),
  title: words,
  kind: z.enum(['conversation', 'measure', 'experience']),
  intro: words,
  licence: words,
  source: words,
  note: words.optional(),
  scoring: words.optional(),
  items: z.array(item).min(1),
});
export type QuestionnaireItem = Frozen<z.infer<typeof item>>;
/** A questionnaire as content; published as a FHIR Questionnaire. `reversed` items: a lower score is better. */
export type QuestionnaireContent = Frozen<z.infer<typeof questionnaire>>;
