import { type LocalDate, parseLocalDate } from '../../../platform/index.ts';
import { dateOfParts, isEmptyDate, readDateParts } from '../../../ui/index.ts';
import type { LogQuestion } from '../../model/log-question.ts';
import type { PrivacyWords } from '../words.ts';

export type LogField = 'persoon' | 'inwoner' | 'organisatie' | 'actie' | 'doel' | 'deur' | 'van' | 'tot' | 'uitkomst';

/** A question to the log as it stands in the address; worker and resident are still as they were typed. */
export type LogForm =
  | {
      readonly ok: true;
      readonly value: Omit<LogQuestion, 'persons' | 'resident'> & {
        readonly typedPerson: string;
        readonly typedResident: string;
      };
    }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<LogField, string>>> };

const KEY = /^[0-9a-z]{26}$/;

/** Reads the question from the address of the page. */
export function readLogQuestion(asked: Readonly<Record<string, string>>, words: PrivacyWords['log']): LogForm {
  const errors: Partial<Record<LogField, string>> = {};
  const day = (name: 'van' | 'tot'): LocalDate | undefined => {
    const parts = readDateParts(asked, name);
    if (isEmptyDate(parts)) return undefined;
    const date = dateOfParts(parts);
    if (!date) errors[name] = words.badDate;
    return date ? (parseLocalDate(date) ?? undefined) : undefined;
  };
  const [from, until] = [day('van'), day('tot')];
  if (from && until && until < from) errors.tot = words.wrongOrder;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { actie: action, doel: purpose, deur: door, organisatie: organisation, regel: line } = asked;
  return {
    ok: true,
    value: {
      typedResident: asked.inwoner?.trim() ?? '',
      typedPerson: (asked.persoon?.trim() ?? '').slice(0, 200),
      ...(action && action in words.actions ? { action } : {}),
      ...(purpose && purpose in words.purposes ? { purpose } : {}),
      ...(door && door in words.doors ? { door } : {}),
      ...(organisation && /^[\w.-]{1,64}$/.test(organisation) ? { organisation: `Organization/${organisation}` } : {}),
      ...(line && KEY.test(line) ? { line } : {}),
      ...(asked.uitkomst === 'ja' ? { allowed: true } : asked.uitkomst === 'nee' ? { allowed: false } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(asked.na && KEY.test(asked.na) ? { after: asked.na } : {}),
    },
  };
}
