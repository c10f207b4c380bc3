import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** One message as it is read: who, when, whether it was read, and its words. */
export type MessageView = {
  readonly key: string;
  /** Written by who is reading. */
  readonly own: boolean;
  readonly by: string;
  readonly at: string;
  readonly when: string;
  /** Such as "gelezen op 3 maart". */
  readonly note?: string | undefined;
  readonly text: string;
  /** Above the words: what it is about. */
  readonly about?: ReactNode;
};

/** Messages to and fro, oldest first. Who wrote what stands in words; the side and colour only help. */
export function Messages(props: { readonly label: string; readonly messages: readonly MessageView[] }) {
  return (
    <ol className="omzien-messages" aria-label={props.label}>
      {props.messages.map((message) => (
        <li key={message.key} className={classNames('omzien-message', message.own && 'omzien-message--own')}>
          <p className="omzien-message__head">
            <strong>{message.by}</strong>{' '}
            <time className="omzien-message__when" dateTime={message.at}>
              {message.when}
            </time>
          </p>
          {message.about ? <p className="omzien-message__about">{message.about}</p> : null}
          <div className="omzien-message__text omzien-flow">
            {message.text
              .split(/\n{2,}/)
              .map((paragraph, index) => ({ paragraph, key: `${index}` }))
              .map(({ paragraph, key }) => (
                <p key={key}>{paragraph}</p>
              ))}
          </div>
          {message.note ? <p className="omzien-message__note">{message.note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
