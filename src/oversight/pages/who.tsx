import { isBsn } from '../../fhir/index.ts';
import { DateField, dateOfParts, type FormState, kept, readDateParts, TextField } from '../../ui/index.ts';
import { type Posted, text } from '../../web/index.ts';
import type { FullIdentity } from '../service/find.ts';
import { requestWords } from './requests/words.ts';

export type WhoField = 'number' | 'bsn' | 'family' | 'birthDate' | 'postcode';

/** Reads a full identity: an exact BSN, or name, birth date and whole postcode. Undefined where it is not whole. */
export function readIdentity(posted: Posted): FullIdentity | undefined {
  const bsn = text(posted, 'bsn').replace(/[\s.]/g, '');
  if (bsn) return isBsn(bsn) ? { by: 'bsn', bsn } : undefined;
  const family = text(posted, 'family');
  const birthDate = dateOfParts(readDateParts(posted, 'birthDate'));
  const postcode = text(posted, 'postcode').replace(/\s/g, '').toUpperCase();
  if (!family || !birthDate || !/^[1-9]\d{3}[A-Z]{2}$/.test(postcode)) return undefined;
  return { by: 'name', family, birthDate, postcode };
}

/** The fields by which one person is found for certain. */
export function WhoFields(props: {
  readonly form: FormState<WhoField>;
  readonly lang: 'nl' | 'en';
  readonly withNumber?: boolean;
}) {
  const { form } = props;
  const words = requestWords(props.lang).who;
  return (
    <>
      {props.withNumber ? <TextField {...kept(form, 'number')} label={words.number} width="half" optional /> : null}
      <TextField {...kept(form, 'bsn')} label={words.bsn} type="digits" width="short" optional />
      <TextField {...kept(form, 'family')} label={words.family} width="half" optional />
      <DateField
        name="birthDate"
        label={words.birthDate}
        value={readDateParts(form.values ?? {}, 'birthDate')}
        error={form.errors?.birthDate}
        optional
      />
      <TextField {...kept(form, 'postcode')} label={words.postcode} width="short" optional />
    </>
  );
}
