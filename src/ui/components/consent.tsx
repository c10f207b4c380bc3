import type { ReactNode } from 'react';
import { formatDate } from '../format.ts';
import { Icon } from '../icon.tsx';
import { useLanguage, useWords } from '../page-context.tsx';
import { Button } from './button.tsx';
import { DataList, type Fact } from './data-list.tsx';
import { Form } from './form.tsx';
import { Status } from './status.tsx';

/**
 * One question about passing something on: what, for whom, why, and how to take it back.
 * Posts `answer` = `yes` or `no` (asked) or `withdraw` (given) to `action`.
 */
export function ConsentCard(props: {
  readonly question: string;
  readonly what: ReactNode;
  readonly forWhom: ReactNode;
  readonly why?: ReactNode;
  /** How to take it back, and what then happens with what was already passed on. */
  readonly withdraw: ReactNode;
  readonly action: string;
  readonly state:
    | { readonly kind: 'asked' }
    | { readonly kind: 'given' | 'refused' | 'withdrawn'; readonly on: string };
  readonly yes?: string;
  readonly no?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly level?: 2 | 3;
}) {
  const words = useWords().consent;
  const language = useLanguage();
  const Heading = `h${props.level ?? 2}` as const;
  const { state } = props;
  const facts: readonly Fact[] = [
    { term: words.what, value: props.what },
    { term: words.forWhom, value: props.forWhom },
    ...(props.why ? [{ term: words.why, value: props.why }] : []),
    { term: words.withdraw, value: props.withdraw },
  ];
  return (
    <div className="omzien-card omzien-consent">
      <Heading className="omzien-card__title">{props.question}</Heading>
      <p>
        {state.kind === 'asked' ? (
          <Status tone="attention">{words.asked}</Status>
        ) : (
          <Status tone={state.kind === 'given' ? 'good' : 'neutral'} icon={state.kind === 'given' ? 'check' : 'close'}>
            {words[state.kind]({ date: formatDate(state.on, 'long', language) })}
          </Status>
        )}
      </p>
      <DataList facts={facts} />
      <Form action={props.action} hidden={props.hidden ?? {}}>
        <div className="utrecht-button-group">
          {state.kind === 'given' ? (
            <Button kind="danger" name="answer" value="withdraw" about={props.question}>
              {words.stop}
            </Button>
          ) : (
            <>
              <Button name="answer" value="yes" about={props.question}>
                {props.yes ?? words.yes}
              </Button>
              {state.kind === 'asked' ? (
                <Button kind="secondary" name="answer" value="no" about={props.question}>
                  {props.no ?? words.no}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </Form>
    </div>
  );
}

/** At every place where someone writes a worry: 112, 113 and Veilig Thuis. */
export function CrisisBox(props: { readonly level?: 2 | 3; readonly notReadAtOnce?: boolean }) {
  const words = useWords().crisis;
  const Heading = `h${props.level ?? 2}` as const;
  const lines = [
    { number: '112', text: words.emergency },
    { number: '0800-0113', text: words.suicide },
    { number: '0800-2000', text: words.violence },
  ];
  return (
    <div className="omzien-crisis">
      <Heading className="omzien-crisis__title">
        <Icon name="phone" />
        {words.title}
      </Heading>
      {props.notReadAtOnce ? <p>{words.notRead}</p> : null}
      <ul className="omzien-crisis__list">
        {lines.map((line) => (
          <li key={line.number} className="omzien-crisis__line">
            <a className="omzien-crisis__number" href={`tel:${line.number.replaceAll('-', '')}`}>
              {words.call({ number: line.number })}
            </a>
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
