import type { ConsentText } from '../../../../content/index.ts';
import {
  Button,
  ButtonGroup,
  Card,
  DataList,
  Form,
  formatDate,
  InLanguage,
  LinkButton,
  type PageContext,
  renderPage,
} from '../../../../ui/index.ts';
import { residentWords } from '../words.ts';
import type { Agreement } from './agreement.ts';

/** What changed in a text that somebody said yes to: the new beside the old, and a yes or no. `earlier` as it was kept, in Dutch. */
export function renewPage(
  context: PageContext,
  agreement: Agreement,
  text: ConsentText,
  earlier: ConsentText | undefined,
): string {
  const words = residentWords(context.lang).consent;
  const facts = (one: ConsentText, said: string) => [
    { term: said, value: one.text },
    { term: words.means, value: one.means },
    { term: words.after, value: one.withdraw },
  ];
  const date = agreement.givenAt ? formatDate(agreement.givenAt, 'long', context.lang) : '';
  return renderPage({
    title: words.renewTitle,
    kind: 'resident',
    context,
    breadcrumbs: [{ label: words.title, href: '/mijn/toestemming' }, { label: words.renewTitle }],
    intro: words.renewIntro({ title: agreement.title, date }),
    main: (
      <>
        <Card soft title={words.nowSays} level={2}>
          <DataList facts={[{ term: words.who, value: agreement.towards }, ...facts(text, words.asks)]} />
        </Card>
        <Card title={words.thenSaid} level={2}>
          {earlier ? (
            <InLanguage lang="nl">
              <DataList facts={facts(earlier, words.says)} />
            </InLanguage>
          ) : (
            <p>{words.thenGone}</p>
          )}
        </Card>
        <Form action={`/mijn/toestemming/${agreement.id}/nieuw`}>
          <ButtonGroup>
            <Button>{words.renewYes}</Button>
            <LinkButton kind="secondary" href={`/mijn/toestemming/${agreement.id}/intrekken`}>
              {words.renewNo}
            </LinkButton>
            <LinkButton kind="subtle" href="/mijn/toestemming">
              {words.renewLater}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
