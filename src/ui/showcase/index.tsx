import type { PageContext, PageKind } from '../parts.ts';
import { renderPage } from '../parts.ts';
import { Facts, Tables } from './content.tsx';
import { ButtonsAndMessages, ConsentAndCrisis, Fields } from './forms.tsx';
import { Charts, InTime, SampleLetter } from './time.tsx';

/** The page of all components in all states (`/ui`, demo mode only), as people at work or as residents see them. */
export function uiShowcase(context: PageContext, kind: PageKind = 'work'): string {
  return renderPage({
    title: 'Alle onderdelen',
    overline: 'Voor wie aan Omzien bouwt',
    intro: 'Hier staat elk onderdeel in elke toestand: leeg, één, veel, lang, fout en wachtend.',
    kind,
    context,
    breadcrumbs: [{ label: 'Begin', href: '/' }, { label: 'Alle onderdelen' }],
    errors: [
      { name: 'bsn-2', text: 'Een BSN heeft negen cijfers. U vulde er acht in.' },
      { name: 'birth-2', text: '31 februari bestaat niet. Controleer de datum.' },
      { name: 'urgency-2', text: 'Kies hoe snel er iets moet gebeuren.' },
      { name: 'agreed-2', text: 'Zonder akkoord kunt u niet verwijzen.' },
    ],
    main: (
      <>
        <ButtonsAndMessages />
        <InTime />
        <Tables />
        <Facts />
        <Charts />
        <Fields />
        <ConsentAndCrisis />
        <SampleLetter />
      </>
    ),
  });
}
