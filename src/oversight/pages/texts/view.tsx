import { Card, Details, formatDate, type PageContext, renderPage, Section, Status } from '../../../ui/index.ts';
import type { TextVersion } from '../../service/texts.ts';
import { textsWords } from './words.ts';

/** Each consent text in all its versions: from when, in which words, and how many said yes to it. */
export function textsPage(context: PageContext, versions: readonly TextVersion[]): string {
  const words = textsWords(context.lang);
  const byId = Map.groupBy(versions, (one) => one.text.id);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        {[...byId.values()].map((all) => (
          <Section key={all[0]!.text.id} title={all[0]!.text.title}>
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
      <Details summary={text.title}>
        <p>{text.text}</p>
        <p>
          <strong>{words.means}</strong> {text.means}
        </p>
        <p>
          <strong>{words.withdraw}</strong> {text.withdraw}
        </p>
        <p>
          {words.source}: {text.source}
        </p>
      </Details>
    </Card>
  );
}
