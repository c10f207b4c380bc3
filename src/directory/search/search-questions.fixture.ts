/**
 * Sixty questions as people write them: in their own words, with dialect, typing errors, one word or a whole story.
 * `services`: one of these stands among the first three. `need`: one of the first three has it as its first or second
 * need. Written before the search was tuned; a question that fails is mended in the content or listed, not taken out.
 */
export type AskedQuestion = {
  readonly words: string;
  readonly place?: string;
  readonly services?: readonly string[];
  readonly need?: string;
};

export const SEARCH_QUESTIONS: readonly AskedQuestion[] = [
  // In one's own words
  { words: 'ik kan de trap niet meer op', place: 'Enschede', need: 'safe-home' },
  { words: 'geld op', place: 'Borne', services: ['geldloket-borne'] },
  { words: 'ik ben vaak alleen', place: '7622', need: 'loneliness' },
  { words: 'sinds mijn man is overleden zit ik maar thuis', place: 'Enschede', services: ['rouwgroep-enschede'] },
  {
    words: 'mijn moeder vergeet alles en ik kan het niet meer aan',
    place: 'Losser',
    services: ['casemanager-dementie-losser'],
  },
  {
    words: 'ik lig elke nacht wakker',
    place: 'Enschede',
    services: ['beter-slapen-in-enschede', 'slaapspreekuur-enschede'],
  },
  { words: 'ik durf niet meer alleen naar buiten', place: 'Daarle', services: ['durf-weer-daarle'] },
  {
    words: 'ik ben vorige week gevallen en nu bang om te lopen',
    place: 'Haaksbergen',
    services: ['stevig-staan-haaksbergen'],
  },
  { words: 'de deurwaarder staat voor de deur', place: 'Almelo', services: ['schuldhulp-almelo'] },
  { words: 'ik snap de brief van de gemeente niet', place: 'Tilligte', services: ['papierwinkel-tilligte'] },
  { words: 'hoe kom ik in het ziekenhuis zonder auto', place: 'Wierden', services: ['vrijwillige-chauffeurs-wierden'] },
  { words: 'mijn hoofd loopt over', place: 'Hengelo', services: ['uit-uw-hoofd-hengelo'] },
  {
    words: 'ik wil graag nederlands leren praten',
    place: 'Enschede',
    services: ['taalcafe-enschede', 'spelend-nederlands-enschede'],
  },
  {
    words: 'samen koken en eten met andere mensen',
    place: 'Enschede',
    services: ['eettafel-enschede', 'koken-voor-een-eten-met-velen-enschede'],
  },
  {
    words: 'even vrij van de zorg voor mijn vrouw',
    place: 'Rijssen',
    services: ['handen-in-huis-rijssen', 'mantelzorgmakelaar-rijssen'],
  },
  { words: 'wie kan mijn lamp ophangen', place: 'Almelo', services: ['handige-buren-almelo'] },
  { words: 'de buren maken altijd lawaai', place: 'Haaksbergen', services: ['buurtbemiddeling-haaksbergen'] },
  { words: 'ik wil stoppen met roken', place: 'Losser', services: ['samen-stoppen-met-roken-in-losser'] },
  {
    words: 'mijn zoon gokt al zijn geld weg',
    place: 'Vroomshoop',
    services: ['gokken-en-gamen-onder-controle-vroomshoop'],
  },
  { words: 'ik drink elke dag te veel', place: 'Losser', services: ['spreekuur-drank-en-drugs-losser'] },
  { words: 'geen geld voor boodschappen', place: 'Wierden', services: ['voedselpunt-wierden'] },
  { words: 'mijn wasmachine is stuk en ik heb geen geld', place: 'Borne', services: ['wasmachinefonds-borne'] },
  { words: 'ik word uit mijn huis gezet', place: 'Almelo', need: 'finding-home' },
  { words: 'waar krijg ik hulp met schoonmaken', place: 'Tubbergen', services: ['hulp-in-huis-tubbergen'] },
  { words: 'mijn kind luistert niet', place: 'Losser', services: ['opvoedspreekuur-losser'] },
  { words: 'ik wil iets voor anderen betekenen', place: 'Tubbergen', services: ['vrijwilligerspunt-tubbergen'] },
  { words: 'ik verveel me de hele dag', place: 'Almelo', need: 'day-structure' },
  { words: 'ik wil weer aan het werk maar weet niet hoe', place: 'Holten', services: ['werkfit-holten'] },
  {
    words: 'hulp bij het invullen van papieren',
    place: 'Enschede',
    services: ['formulierencafe-enschede', 'thuisadministratie-enschede'],
  },
  {
    words: 'het is hier zo koud in huis en de rekening is zo hoog',
    place: 'Overdinkel',
    services: ['warm-wonen-overdinkel'],
  },
  // Typing errors
  { words: 'eenzaamhijd', place: 'Hengelo', need: 'loneliness' },
  { words: 'schulde hulp', place: 'Oldenzaal', services: ['geld-op-orde-in-oldenzaal'] },
  { words: 'mantelsorg', place: 'Oldenzaal', services: ['mantelzorgcafe-oldenzaal'] },
  { words: 'dementi', place: 'Enter', services: ['samen-verder-met-dementie-enter'] },
  { words: 'vallprefentie', place: 'Enschede', need: 'balance' },
  { words: 'depresief en nergens zin meer in', place: 'Markelo', need: 'low-mood' },
  { words: 'fisiotherapie oefeningen voor kniee', place: 'Hengelo', services: ['knie-en-heup-in-beweging-hengelo'] },
  { words: 'taal les', place: 'Rijssen', need: 'language' },
  { words: 'toeslagn aanvraagen', place: 'Tubbergen', services: ['toeslagencheck-tubbergen'] },
  { words: 'computter cursus', place: 'Oldenzaal', services: ['computerles-vanaf-nul-oldenzaal'] },
  { words: 'scootmobil', place: 'Vroomshoop', services: ['veilig-op-weg-met-de-scootmobiel-vroomshoop'] },
  // Dialect, and Dutch of who learns it
  { words: 'ik bin zo allenig', place: 'Enschede', need: 'loneliness' },
  {
    words: 'ik kan nich good meer lopen en val steeds',
    place: 'Denekamp',
    services: ['valcursus-met-huisbezoek-denekamp'],
  },
  { words: 'wil lere nederlands en mense zien', place: 'Hengelo', need: 'language' },
  { words: 'ik heb geen huis slaap bij vriend', place: 'Hengelo', services: ['weer-een-adres-hengelo'] },
  { words: 'hoofd vol stress niet slapen', place: 'Haaksbergen', services: ['aandacht-en-rust-haaksbergen'] },
  // Short, and by name or subject
  { words: 'eettafel', place: 'Enschede', services: ['eettafel-enschede'] },
  { words: 'wandelen', place: 'Enschede', services: ['wandelgroep-enschede', 'stadswandelaars-enschede'] },
  { words: 'koor', place: 'Borne', services: ['buurtkoor-borne'] },
  { words: 'repaircafe', services: ['repaircafe-hengelo'] },
  { words: 'parkinson', services: ['dansen-met-parkinson-rijssen'] },
  { words: 'traplift', place: 'Delden', services: ['drempelvrij-delden'] },
  { words: 'voetbal', place: 'Losser', services: ['voetbal-voor-een-fittere-man-losser'] },
  { words: 'zwemmen', place: 'Almelo', services: ['zwemmen-55-plus-almelo'] },
  { words: 'diabetes borne', services: ['diabetesgroep-borne'] },
  { words: 'afvallen', place: 'Hengelo', services: ['leefstijlgroep-hengelo'] },
  { words: 'zorgboerderij', place: 'Geesteren', services: ['dag-op-de-boerderij-geesteren'] },
  { words: 'copd', place: 'Wierden', services: ['longpunt-wierden'] },
  // English
  { words: 'I feel lonely', place: 'Enschede', need: 'loneliness' },
  { words: 'learn Dutch', place: 'Enschede', need: 'language' },
];
