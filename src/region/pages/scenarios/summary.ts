import { formatNumber, type Language } from '../../../ui/index.ts';
import type { KeptScenario } from '../../store/scenarios.ts';
import { whatIfWords } from '../what-if/words.ts';
import { scenarioWords } from './words.ts';

/** What a scenario does, in one line for each approach. */
export function summaryOf({ approaches }: KeptScenario, lang: Language): readonly string[] {
  return approaches.map(({ name, reach, start }) =>
    scenarioWords(lang).reach({
      approach: whatIfWords(lang).approaches[name],
      reach: formatNumber(reach * 100, 0, lang),
      start,
    }),
  );
}
