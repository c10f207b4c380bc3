import {
  Button,
  ButtonGroup,
  DataList,
  Form,
  formErrors,
  kept,
  type PageContext,
  renderPage,
  Section,
  TextField,
} from '../../../../ui/index.ts';
import { type PersonFacts, type Shown, WishFields } from '../../shared/index.ts';
import { residentWords } from '../words.ts';
import { detailsWords } from './words.ts';

/** What is known of a resident, what they may change, and how they want to be served. */
export function detailsPage(
  context: PageContext,
  page: {
    readonly person: PersonFacts;
    readonly details: Shown;
    readonly wishes: Shown;
    readonly codeWordSince: Date | undefined;
  },
): string {
  const words = detailsWords(context.lang);
  const { details } = page;
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    breadcrumbs: [{ label: residentWords(context.lang).nav.home, href: '/mijn' }, { label: words.title }],
    intro: words.intro,
    errors: [...formErrors(details), ...formErrors(page.wishes)],
    main: (
      <>
        <Section title={words.who}>
          <DataList
            facts={[
              { term: words.name, value: page.person.name },
              { term: words.born, value: page.person.born },
              { term: words.bsn, value: words.bsnKnown },
            ]}
          />
          <p>{words.elsewhere}</p>
        </Section>
        <Section title={words.reach}>
          <Form action="/mijn/gegevens">
            <TextField {...kept(details, 'phone')} label={words.phone} type="tel" width="half" optional />
            <TextField {...kept(details, 'mail')} label={words.mail} help={words.mailHelp} type="email" optional />
            <TextField {...kept(details, 'street')} label={words.street} optional />
            <TextField {...kept(details, 'postcode')} label={words.postcode} width="short" />
            <TextField {...kept(details, 'city')} label={words.city} width="half" />
            <ButtonGroup>
              <Button>{words.save}</Button>
            </ButtonGroup>
          </Form>
        </Section>
        <Section title={words.how}>
          <p>{words.howIntro}</p>
          <WishFields action="/mijn/gegevens/voorkeuren" form={page.wishes} codeWordSince={page.codeWordSince} />
        </Section>
      </>
    ),
  });
}
