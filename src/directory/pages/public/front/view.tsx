import type { Region } from '../../../../content/index.ts';
import { Card, CardGrid, Link, LinkButton, type PageContext, renderPage, Section } from '../../../../ui/index.ts';
import { SearchBox } from '../box.tsx';
import { publicWords } from '../words.ts';

/** The steps in their order, with the icon beside each. */
const STEPS = [
  { key: 'ask', icon: 'care' },
  { key: 'talk', icon: 'person' },
  { key: 'choose', icon: 'together' },
] as const;

/** The front page for who is not signed in: find help at once; below it what Omzien is, and the way in. */
export function frontPage(context: PageContext, region: Pick<Region, 'search'>): string {
  const all = publicWords(context.lang);
  const words = all.front;
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <SearchBox words={all} />
        <Popular label={words.popular} terms={region.search.popular} />
        <CardGrid>
          <Card title={words.income.title} icon="income" soft>
            <p>{words.income.text}</p>
            <p>
              <Link href="/hulp/inkomen">{words.income.link}</Link>
            </p>
          </Card>
          <Card title={words.own} icon="person" soft>
            <p>{words.ownText}</p>
            <LinkButton href="/inloggen" kind="secondary">
              {words.signIn}
            </LinkButton>
          </Card>
        </CardGrid>
        <Section title={words.how}>
          <CardGrid>
            {STEPS.map(({ key, icon }) => (
              <Card key={key} title={words.steps[key].title} level={3} icon={icon}>
                <p>{words.steps[key].text}</p>
              </Card>
            ))}
          </CardGrid>
          <p>
            {words.selfText} <Link href="/mijn/aanmelden">{words.self}</Link>
          </p>
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

/** What is often looked for, as links. */
export function Popular(props: { readonly label: string; readonly terms: readonly string[]; readonly place?: string }) {
  return (
    <nav className="omzien-filters" aria-label={props.label}>
      <div className="omzien-filters__group">
        <span className="omzien-filters__label">{props.label}</span>
        <ul className="omzien-filters__list">
          {props.terms.map((term) => (
            <li key={term}>
              <a
                className="omzien-filters__link"
                href={`/hulp?${new URLSearchParams({ q: term, ...(props.place ? { plaats: props.place } : {}) })}`}
              >
                {term}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
