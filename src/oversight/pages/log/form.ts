import { type LocalDate, parseLocalDate } from '../../../platform/index.ts';
import { dateOfParts, isEmptyDate, readDateParts } from '../../../ui/index.ts';
import type { LogQuestion } from '../../service/log.ts';
import type { PrivacyWords } from '../words.ts';

export type LogField = 'persoon' | 'inwoner' | 'actie' | 'van' | 'tot' | 'uitkomst';

/** A question to the log as it stands in the address; the resident is still as it was typed. */
export type LogForm =
  | { readonly ok: true; readonly value: LogQuestion & { readonly typedResident: string } }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<LogField, string>>> };

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
  const [person, action] = [asked.persoon?.trim(), asked.actie];
  return {
    ok: true,
    value: {
      typedResident: asked.inwoner?.trim() ?? '',
      ...(person ? { person: person.slice(0, 200) } : {}),
      ...(action && action in words.actions ? { action } : {}),
      ...(asked.uitkomst === 'ja' ? { allowed: true } : asked.uitkomst === 'nee' ? { allowed: false } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(asked.na && /^[0-9a-z]{26}$/.test(asked.na) ? { after: asked.na } : {}),
    },
  };
}
