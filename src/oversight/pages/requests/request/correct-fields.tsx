import {
  DateField,
  Details,
  type FormState,
  kept,
  type Language,
  readDateParts,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import { requestWords } from '../words.ts';
import type { DetailField, RequestField, RequestPage } from './view.tsx';

/** What is corrected with the decision: the resident's own details, and the entry that was chosen. */
export function CorrectFields(props: {
  readonly page: RequestPage;
  readonly form: FormState<RequestField>;
  readonly lang: Language;
}) {
  const { page, form } = props;
  const words = requestWords(props.lang).correct;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const typed = form.values ?? {};
  const filled = DETAILS.some((name) => typed[name]) || form.errors?.birthDate !== undefined;
  const box = (name: DetailField) => (
    <TextField
      name={name}
      label={words[name]}
      value={String(typed[name] ?? '')}
      error={form.errors?.[name]}
      maxLength={200}
      optional
    />
  );
  return (
    <>
      <Details summary={words.details} open={filled}>
        <p>{words.intro}</p>
        {box('given')}
        {box('family')}
        <DateField
          name="birthDate"
          label={words.birthDate}
          value={readDateParts(typed, 'birthDate')}
          error={form.errors?.birthDate}
          optional
        />
        {box('phone')}
        {box('mail')}
        {box('street')}
        {box('postcode')}
        {box('city')}
      </Details>
      {page.entry ? (
        <>
          <p>{words.chosen({ kind: kinds[page.entry.type] ?? page.entry.type })}</p>
          <TextArea {...kept(form, 'wish')} label={words.wish} help={words.wishHelp} rows={3} maxLength={1000} />
        </>
      ) : (
        <p>{words.entryHow}</p>
      )}
    </>
  );
}

/** The details that are typed as they are. */
const DETAILS: readonly DetailField[] = ['given', 'family', 'phone', 'mail', 'street', 'postcode', 'city'];
