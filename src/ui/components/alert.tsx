import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon.tsx';
import { classNames } from './class-names.ts';

/** `info` for your information · `good` it worked · `warning` take care · `error` it went wrong. */
export type AlertTone = 'info' | 'good' | 'warning' | 'error';

const tones: Readonly<Record<AlertTone, { readonly name: string; readonly icon: IconName }>> = {
  info: { name: 'info', icon: 'info' },
  good: { name: 'ok', icon: 'done' },
  warning: { name: 'warning', icon: 'warning' },
  error: { name: 'error', icon: 'error' },
};

/** A message in the page. `live` makes screen readers say it at once: only for the answer to what someone just did. */
export function Alert(props: {
  readonly tone: AlertTone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly live?: boolean;
}) {
  const tone = tones[props.tone];
  const role = props.live ? (props.tone === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={classNames('utrecht-alert', `utrecht-alert--${tone.name}`)} role={role}>
      <div className="utrecht-alert__icon">
        <Icon name={tone.icon} />
      </div>
      <div className="utrecht-alert__content">
        {props.title ? <p className="utrecht-alert__heading">{props.title}</p> : null}
        {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
      </div>
    </div>
  );
}
