import type { Region } from '../../../content/index.ts';
import { formatNumber, type Language } from '../../../ui/index.ts';
import type { KeptApproach, KeptScenario } from '../../store/scenarios.ts';
import { whatIfWords } from '../what-if/words.ts';
import { scenarioWords } from './words.ts';

/** What a scenario does, in one line for each approach: all that was moved. */
export function summaryOf({ approaches }: KeptScenario, region: Region, lang: Language): readonly string[] {
  return approaches.map((approach) => lineOf(approach, region, lang).join(', '));
}

function lineOf(approach: KeptApproach, region: Region, lang: Language): readonly string[] {
  const words = scenarioWords(lang);
  const { name, reach, start, effect = 1, cost, fromAge: from, untilAge: until, onlyAlone, municipalities } = approach;
  const percent = (share: number) => formatNumber(share * 100, 0, lang);
  const ages =
    from !== undefined && until !== undefined
      ? [words.ages({ from, until })]
      : from !== undefined
        ? [words.from({ from })]
        : until !== undefined
          ? [words.until({ until })]
          : [];
  const places = (municipalities ?? []).map((id) => region.municipalities.find((one) => one.id === id)?.name ?? id);
  return [
    words.reach({ approach: whatIfWords(lang).approaches[name], reach: percent(reach), start }),
    ...(effect === 1 ? [] : [words.effect({ percent: percent(effect) })]),
    ...(cost === undefined ? [] : [words.cost({ euros: formatNumber(cost, 0, lang) })]),
    ...ages,
    ...(onlyAlone ? [words.alone] : []),
    ...(places.length === 0 ? [] : [words.inPlaces({ places: places.join(', ') })]),
  ];
}
