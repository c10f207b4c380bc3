import type { Crisis } from '../../../content/index.ts';
import { Button, ButtonGroup, Form, kept, TextArea, useLanguage } from '../../../ui/index.ts';
import { MESSAGE_LENGTH } from '../../model/index.ts';
import type { Shown } from './form.ts';
import { messageFrameWords } from './message-words.ts';
import { CrisisLines } from './views.tsx';

/** A box to write in, with what to do when it cannot wait: nobody reads it at once. */
export function MessageForm(props: {
  readonly action: string;
  readonly crisis: Crisis;
  readonly form: Shown;
  readonly label?: string;
  readonly help?: string;
  readonly button?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: React.ReactNode;
}) {
  const words = messageFrameWords(useLanguage());
  return (
    <>
      <Form action={props.action} {...(props.hidden ? { hidden: props.hidden } : {})}>
        {props.children}
        <TextArea
          {...kept(props.form, 'text')}
          label={props.label ?? words.text}
          help={props.help ?? words.notAtOnce}
          rows={6}
          maxLength={MESSAGE_LENGTH}
        />
        <ButtonGroup>
          <Button>{props.button ?? words.send}</Button>
        </ButtonGroup>
      </Form>
      <CrisisLines crisis={props.crisis} />
    </>
  );
}
