import { ABSENT, residentOf } from '../../../../platform/index.ts';
import { Button, ButtonGroup, Form, kept, LinkButton, RadioGroup, TextField } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { caseByNumber } from '../../../read/merged.ts';
import { undoMisplaced } from '../../../service/misplaced.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePage, lifePath, openLife } from '../parts.tsx';
import { entryRows } from '../withheld/presenter.ts';
import { lifeWords } from '../words.ts';
import { misplacedWords } from './words.ts';

/** GET /werk/zaak/:case/verkeerd */
export async function showMisplaced(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const words = misplacedWords(ask.context.lang);
  const entries = entryRows(on.view, ground.definitions, ask.context.lang);
  const shown = form ?? { values: (await ask.draft()) ?? {} };
  const page = lifePage(ask.context, on, {
    title: words.title,
    intro: words.intro,
    form: shown,
    main:
      entries.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Form action={on.path('verkeerd')}>
          <RadioGroup
            {...kept(shown, 'entry')}
            label={words.entry}
            options={entries.map((entry) => ({
              value: entry.id,
              label: entry.what,
              ...(entry.words ? { help: entry.words } : {}),
            }))}
          />
          <TextField {...kept(shown, 'number')} label={words.number} help={words.numberHelp} width="half" optional />
          <ButtonGroup>
            <Button kind="danger">{words.do}</Button>
            <LinkButton kind="subtle" href={on.path()}>
              {lifeWords(ask.context.lang).back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      ),
  });
  return form ? { again: page } : page;
}

/** POST /werk/zaak/:case/verkeerd */
export async function takeAway(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = misplacedWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) =>
    showMisplaced(ground, ask, { values: ask.posted, errors });
  const [entry, number] = [text(ask.posted, 'entry'), text(ask.posted, 'number')];
  if (!entry) return again({ entry: words.mistakes.entry });
  const to = number ? await caseByNumber(ground, ask.actor, number) : undefined;
  if (number && !to) return again({ number: words.mistakes.number });
  const done = await undoMisplaced(ground, ask.actor, { resident, caseId, entry, ...(to ? { to } : {}) }, ask.door);
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['entry', 'number'], 'entry', ask.context.lang);
    return errors ? again(errors) : { problem: done.problem };
  }
  const { saw, moved } = done.value;
  const told = saw.length > 0 ? ` ${words.saw({ names: saw.join(', ') })}` : '';
  return {
    to: lifePath(ask.actor.role, caseId),
    flash: { kind: 'good', text: `${moved ? words.moved : words.done}${told}` },
  };
}
