import type { ConsentText } from '../../../content/index.ts';
import { Card, Details, formatDate, type PageContext, renderPage, Section, Status } from '../../../ui/index.ts';
import type { TextVersion } from '../../service/texts.ts';
import { textsWords } from './words.ts';

/**
 * Each consent text in all its versions: from when, in which words, and how many said yes to it. The words are those
 * that people said yes to, so Dutch in either language; `consents` names them for who reads the page.
 */
export function textsPage(
  context: PageContext,
  versions: readonly TextVersion[],
  consents: readonly ConsentText[],
): string {
  const words = textsWords(context.lang);
  const titles = new Map(consents.map(({ id, title }) => [id, title]));
  const byId = Map.groupBy(versions, (one) => one.text.id);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        {[...byId.values()].map((all) => (
          <Section key={all[0]!.text.id} title={titles.get(all[0]!.text.id) ?? all[0]!.text.title}>
            <p>{words.kinds[all[0]!.text.kind]}</p>
            {all.map((one) => (
              <Version key={one.text.version} version={one} context={context} />
            ))}
          </Section>
        ))}
      </>
    ),
  });
}

function Version(props: { readonly version: TextVersion; readonly context: PageContext }) {
  const { text, current, usedFrom, yes } = props.version;
  const words = textsWords(props.context.lang);
  const said = !text.asked ? words.none : yes === null ? words.few : words.yes({ count: yes });
  return (
    <Card title={words.version({ version: text.version })} level={3}>
      {current ? <Status tone="good">{words.now}</Status> : null}
      <p>{words.from({ date: formatDate(usedFrom, 'long', props.context.lang) })}</p>
      <p>{said}</p>
      <Details summary={words.read}>
        <p>
          <span lang="nl">{text.text}</span>
        </p>
        <p>
          <strong>{words.means}</strong> <span lang="nl">{text.means}</span>
        </p>
        <p>
          <strong>{words.withdraw}</strong> <span lang="nl">{text.withdraw}</span>
        </p>
        <p>
          {words.source}: <span lang="nl">{text.source}</span>
        </p>
      </Details>
    </Card>
  );
}
