import {
  inEnglish,
  type Pathway,
  type QuestionnaireContent,
  type Region,
  translatedVersion,
} from '../content/index.ts';
import { asLocalDate, holidayCalendar, type Language } from '../platform/index.ts';
import type { Definitions } from './ground.ts';
import { type Concept, concept, pathwayOf, type Request, SYSTEM } from './shapes.ts';

/** Where the region set nothing. */
const DAYS_AFTER_DEATH = 42;

/** Older versions that cases still run on, as the database kept them. */
export type KeptVersions = {
  readonly pathways: readonly Pathway[];
  readonly questionnaires: readonly QuestionnaireContent[];
};

/** A reason to stop in the words of the pathway a request runs on; what is no code of it is kept as it was said. */
export function stopConcept(definitions: Definitions, request: Request, code: string): Concept {
  const pathway = pathwayOf(request);
  const definition = pathway && definitions.pathway(pathway.id, pathway.version);
  const known = [...(definition?.cancelReasons ?? []), ...(definition?.errorReasons ?? [])].find(
    (one) => one.code === code,
  );
  return known ? concept(SYSTEM.stop, known.code, known.label) : { text: code };
}

/** The definitions of a region, with the older versions that were used; in Dutch, and in English where that is asked for. */
export function definitionsOf(region: Region, kept: KeptVersions = { pathways: [], questionnaires: [] }): Definitions {
  let english: Definitions | undefined;
  const dutch: Definitions = { ...definitionsIn(region, kept), in: choose };
  function choose(language: Language): Definitions {
    if (language === 'nl') return dutch;
    english ??= {
      ...definitionsIn(inEnglish(region), {
        pathways: kept.pathways.map((one) => translatedVersion(region, 'pathway', one)),
        questionnaires: kept.questionnaires.map((one) => translatedVersion(region, 'questionnaire', one)),
      }),
      in: choose,
    };
    return english;
  }
  return dutch;
}

function definitionsIn(region: Region, kept: KeptVersions): Omit<Definitions, 'in'> {
  const pathways = [...kept.pathways, ...region.pathways];
  const questionnaires = [...kept.questionnaires, ...region.questionnaires];
  const services = new Map(region.services.map((service) => [service.id, service]));
  const ties = new Map(region.ties.map((tie) => [tie.practice, tie.team]));
  const names = new Map<string, string>();
  for (const organisation of region.organisations) {
    names.set(organisation.id, organisation.name);
    for (const team of organisation.teams) names.set(team.id, team.name);
  }
  for (const service of region.services) names.set(service.id, service.name);
  const find = <T extends { readonly id: string; readonly version: number }>(
    all: readonly T[],
    id: string,
    version: number | undefined,
    kind: string,
  ): T => {
    const found = all
      .filter((one) => one.id === id && (version === undefined || one.version === version))
      .toSorted((a, b) => b.version - a.version)[0];
    if (!found)
      throw new Error(`No ${kind} ${id}${version === undefined ? '' : ` version ${version}`} was ever used here.`);
    return found;
  };
  return {
    region,
    holidays: holidayCalendar(
      region.holidays.nonWorking,
      region.holidays.closed.map((day) => asLocalDate(day.on)),
    ),
    pathway: (id, version) => find(pathways, id, version, 'pathway'),
    questionnaire: (id, version) => find(questionnaires, id, version, 'questionnaire'),
    consentText: (id) => {
      const found = region.consents.find((text) => text.id === id);
      if (!found) throw new Error(`No consent text ${id}`);
      return found;
    },
    service: (id) => services.get(id),
    teamOf: (practice) => ties.get(practice),
    organisationName: (id) => names.get(id) ?? id,
    daysAfterDeath: region.afterDeath?.days ?? DAYS_AFTER_DEATH,
  };
}
