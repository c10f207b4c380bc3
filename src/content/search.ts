import { z } from 'zod';
import { type Frozen, slug, words } from './vocabulary.ts';

const phrase = z.strictObject({
  say: z.array(words).min(1, { error: 'Noem ten minste één manier waarop mensen het zeggen.' }),
  needs: z.array(slug).min(1, { error: 'Noem ten minste één behoefte uit needs.yaml.' }),
});

export const searchFile = z.strictObject({
  help: z.strictObject({
    name: words,
    phone: z.string().regex(/^[\d -]{3,}$/, {
      error: 'Schrijf hier een telefoonnummer tussen aanhalingstekens, bijvoorbeeld ‘085 000 00 00’.',
    }),
    open: words,
  }),
  popular: z.array(words).min(1),
  phrases: z.array(phrase),
});
/** How people look for help: whom to call when nothing is found, what is often looked for, and what everyday words mean. */
export type SearchContent = Frozen<z.infer<typeof searchFile>>;
export type Phrase = SearchContent['phrases'][number];
