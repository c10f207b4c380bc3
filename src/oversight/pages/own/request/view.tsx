import type { RefusalGround } from '../../../../content/index.ts';
import {
  Button,
  Card,
  Form,
  formatDate,
  type PageContext,
  renderPage,
  Section,
  Timeline,
} from '../../../../ui/index.ts';
import { ARTICLE } from '../../../model/request.ts';
import type { OpenedRequest } from '../../../service/requests.ts';
import { requestKey } from '../../../store/requests.ts';
import { Corrections } from '../../corrections.tsx';
import { stateOf } from '../list/view.tsx';
import { ownWords } from '../words.ts';

/** One request: what was asked, what was answered and why, and what was done. */
export function ownRequestPage(context: PageContext, found: OpenedRequest, grounds: readonly RefusalGround[]): string {
  const { request, steps, corrections } = found;
  const all = ownWords(context.lang);
  const words = all.one;
  const refused = grounds.filter((one) => request.reasons.includes(one.id));
  return renderPage({
    title: all.kinds[request.kind],
    overline: request.number,
    kind: 'resident',
    context,
    intro: stateOf(request, context.lang),
    breadcrumbs: [{ label: all.nav, href: '/mijn/verzoeken' }, { label: request.number }],
    main: (
      <>
        <Section title={words.answer}>
          {request.decision ? (
            <Card soft title={words.decision[request.decision]} level={3}>
              {(request.told ?? '').split('\n').map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text do not move
                <p key={index}>{line}</p>
              ))}
            </Card>
          ) : (
            <p>{words.notYet}</p>
          )}
          {refused.length > 0 ? (
            <Card title={words.grounds} level={3}>
              <ul className="utrecht-unordered-list">
                {refused.map((one) => (
                  <li key={one.id}>
                    {one.text[context.lang]} ({one.source})
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          {request.decision && request.decision !== 'answered' ? <p>{words.rights}</p> : null}
        </Section>
        <Corrections corrections={corrections} lang={context.lang} />
        {request.said ? (
          <Section title={words.said}>
            <p>{request.said}</p>
          </Section>
        ) : null}
        <Section title={words.steps}>
          <Timeline
            past={steps.toReversed().map((step) => ({
              key: step.id,
              title: all.step[step.what],
              on: step.at.toISOString(),
              when: formatDate(step.at, 'long', context.lang),
              by: step.byName || all.you,
              // Why it takes longer is told; how it was checked who asks, and what was done, is the officer's own note.
              ...(step.what === 'extended' && step.note ? { body: <p>{step.note}</p> } : {}),
            }))}
          />
        </Section>
        {request.state === 'open' ? (
          <Form action={`/mijn/verzoeken/${requestKey(request)}/intrekken`}>
            <Button kind="secondary">{words.withdraw}</Button>
          </Form>
        ) : null}
        <p className="omzien-soft">AVG / GDPR {ARTICLE[request.kind]}</p>
      </>
    ),
  });
}
