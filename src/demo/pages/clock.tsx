import {
  Alert,
  Button,
  ButtonGroup,
  Form,
  formatDateTime,
  type PageContext,
  renderPage,
  Section,
} from '../../ui/index.ts';
import { demoWords } from './words.ts';

/** How far the clock may be moved at a time. */
export const MOVES = ['day', 'week', 'quarter'] as const;
export type Move = (typeof MOVES)[number];

const DAY = 86_400_000;

/** `/demo/klok`: what time it is here, and moving it on. `now`: business time; `wall`: the clock of the machine. */
export function clockPage(
  context: PageContext,
  time: { readonly now: Date; readonly wall: Date },
  mistake?: string,
): string {
  const all = demoWords(context.lang);
  const words = all.clock;
  const days = Math.round((time.now.getTime() - time.wall.getTime()) / DAY);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.crumb, href: '/demo' }, { label: words.title }],
    intro: words.intro,
    errors: mistake ? [{ text: mistake }] : [],
    main: (
      <>
        <Alert tone="info" title={words.now({ moment: formatDateTime(time.now, 'long', context.lang) })}>
          <p>{days === 0 ? words.level : words.ahead({ days })}</p>
        </Alert>
        <Form action="/demo/klok">
          <ButtonGroup>
            {MOVES.map((move) => (
              <Button key={move} kind={move === 'day' ? 'primary' : 'secondary'} name="by" value={move}>
                {words[move]}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
        <Section title={words.back}>
          <p>{words.backText}</p>
        </Section>
      </>
    ),
  });
}
