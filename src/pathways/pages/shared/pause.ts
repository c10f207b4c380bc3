import { defineWords, formatDate, type Language } from '../../../ui/index.ts';

const words = defineWords({
  nl: { until: (p: { reason: string; date: string }) => `${p.reason}, naar verwachting tot ${p.date}` },
  en: { until: (p: { reason: string; date: string }) => `${p.reason}, expected until ${p.date}` },
});

/** Why the clocks stand still, and until which day where that is known. */
export function pauseReason(
  pause: { readonly reason: string; readonly expected: string | null },
  lang: Language,
): string {
  return pause.expected
    ? words(lang).until({ reason: pause.reason, date: formatDate(pause.expected, 'long', lang) })
    : pause.reason;
}
