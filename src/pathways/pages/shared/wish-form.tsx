import {
  Button,
  ButtonGroup,
  Checkbox,
  Form,
  formatDate,
  kept,
  RadioGroup,
  SelectField,
  TextField,
  useLanguage,
} from '../../../ui/index.ts';
import { type Posted, text } from '../../../web/index.ts';
import { CONTACT_WAYS, type ContactWay, type Wishes } from '../../model/index.ts';
import { mistakes, type Read, type Shown } from './form.ts';
import { wishWords } from './wish-words.ts';
import { caseWords } from './words.ts';

/** What the form says: the wishes, and what to do with the code word. */
export type WishForm = {
  readonly wishes: Omit<Wishes, 'letters'>;
  readonly word: 'keep' | 'remove' | { readonly set: string };
};

/** The wishes as the form's fields hold them. */
export function wishValues(wishes: Wishes): Posted {
  return {
    way: wishes.way,
    language: wishes.language?.slice(0, 2) ?? 'nl',
    ...(wishes.interpreter ? { interpreter: 'yes' } : {}),
    ...(wishes.easyRead ? { easyRead: 'yes' } : {}),
  };
}

/** Reads the form. `mail`: whether there is a mail address to send to. */
export function readWishes(posted: Posted, mail: boolean, lang: 'nl' | 'en'): Read<WishForm> {
  const words = wishWords(lang).mistakes;
  const wrong = mistakes();
  const way = text(posted, 'way');
  const language = text(posted, 'language');
  const word = text(posted, 'codeWord').trim();
  const known = CONTACT_WAYS.includes(way as ContactWay);
  if (!known) wrong.add('way', words.way);
  if (way === 'mail' && !mail) wrong.add('way', words.mailFirst);
  if (!Object.hasOwn(caseWords(lang).languages, language)) wrong.add('language', words.language);
  if (word !== '' && !/^[\p{L}\p{N} -]{3,30}$/u.test(word)) wrong.add('codeWord', words.word);
  const errors = wrong.found();
  if (errors) return { ok: false, errors };
  return {
    ok: true,
    value: {
      wishes: {
        way: way as ContactWay,
        language,
        interpreter: text(posted, 'interpreter') === 'yes',
        easyRead: text(posted, 'easyRead') === 'yes',
      },
      word: text(posted, 'wordGone') === 'yes' ? 'remove' : word === '' ? 'keep' : { set: word },
    },
  };
}

/** The form itself, for the resident or for the team on their behalf. */
export function WishFields(props: {
  readonly action: string;
  readonly form: Shown;
  readonly codeWordSince: Date | undefined;
  /** Filled in by the team. */
  readonly other?: boolean;
}) {
  const lang = useLanguage();
  const words = wishWords(lang);
  const { form } = props;
  return (
    <Form action={props.action}>
      <RadioGroup
        {...kept(form, 'way')}
        label={props.other ? words.wayOther : words.way}
        options={CONTACT_WAYS.map((way) => ({
          value: way,
          label: words.ways[way],
          ...(way === 'mail' ? {} : { help: words.wayHelp[way] }),
        }))}
      />
      <SelectField
        {...kept(form, 'language')}
        label={props.other ? words.languageOther : words.language}
        width="half"
        options={Object.entries(caseWords(lang).languages).map(([value, label]) => ({ value, label }))}
      />
      <Checkbox
        {...kept(form, 'interpreter')}
        value="yes"
        checked={form.values?.interpreter === 'yes'}
        label={words.interpreter}
      />
      <Checkbox
        {...kept(form, 'easyRead')}
        value="yes"
        checked={form.values?.easyRead === 'yes'}
        label={words.easyRead}
      />
      <TextField
        {...kept(form, 'codeWord')}
        label={words.word}
        help={words.wordHelp}
        width="half"
        maxLength={30}
        autocomplete="off"
        optional
      />
      {props.codeWordSince ? (
        <>
          <p>{words.hasWord({ date: formatDate(props.codeWordSince, 'long', lang) })}</p>
          <Checkbox {...kept(form, 'wordGone')} value="yes" checked={false} label={words.wordGone} />
        </>
      ) : null}
      <ButtonGroup>
        <Button>{words.save}</Button>
      </ButtonGroup>
    </Form>
  );
}
