import { Card, CardGrid, LinkButton, type PageContext, renderPage, Section } from '../../../../ui/index.ts';
import { publicWords } from '../words.ts';

/** The steps in their order, with the icon beside each. */
const STEPS = [
  { key: 'ask', icon: 'care' },
  { key: 'talk', icon: 'person' },
  { key: 'choose', icon: 'together' },
] as const;

/** The front page for who is not signed in: what Omzien is, honestly, and the way in. */
export function frontPage(context: PageContext): string {
  const words = publicWords(context.lang).front;
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <LinkButton href="/inloggen">{words.signIn}</LinkButton>
        <Section title={words.how}>
          <CardGrid>
            {STEPS.map(({ key, icon }) => (
              <Card key={key} title={words.steps[key].title} level={3} icon={icon}>
                <p>{words.steps[key].text}</p>
              </Card>
            ))}
          </CardGrid>
        </Section>
        <Section title={words.forWhom}>
          <p>{words.forWhomText}</p>
        </Section>
        <Section title={words.privacy}>
          <p>{words.privacyText}</p>
        </Section>
        <Section title={words.work}>
          <p>{words.workText}</p>
        </Section>
      </>
    ),
  });
}
