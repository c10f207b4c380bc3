import { DOMAINS, type Region } from '../../content/index.ts';
import { publicId } from './ids.ts';

/** The two ways in which services are sorted. */
const TAXONOMIES = {
  needs: { name: 'Behoeften', description: 'Wat iemand zoekt, in de woorden van de regio.' },
  domains: { name: 'Domeinen', description: 'De zes domeinen van de sociale kaart.' },
} as const;
export type TaxonomyId = keyof typeof TAXONOMIES;

const DOMAIN_NAMES: Readonly<Record<(typeof DOMAINS)[number], string>> = {
  care: 'Zorg',
  'mental-health': 'Mentaal welbevinden',
  welfare: 'Welzijn',
  living: 'Wonen',
  income: 'Inkomen',
  'meeting-moving': 'Ontmoeten en bewegen',
};

/** A taxonomy of HSDS. */
export function taxonomy(id: TaxonomyId) {
  return { id: publicId('taxonomy', id), ...TAXONOMIES[id], version: '1' };
}
export const taxonomies = (): readonly ReturnType<typeof taxonomy>[] => [taxonomy('needs'), taxonomy('domains')];

/** A term of HSDS. */
export type Term = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly taxonomy_id: string;
};

function term(of: TaxonomyId, code: string, name: string, description: string): Term {
  const { id } = taxonomy(of);
  return {
    id: publicId('taxonomy-term', code),
    code,
    name,
    description,
    taxonomy: TAXONOMIES[of].name,
    taxonomy_id: id,
  };
}

/** Every term, by taxonomy and in the order of the content. */
export function termsOf(region: Region): readonly Term[] {
  return [
    ...region.needs.map(({ id, label, synonyms }) => term('needs', id, label, synonyms.join(', '))),
    ...DOMAINS.map((id) => term('domains', id, DOMAIN_NAMES[id], DOMAIN_NAMES[id])),
  ];
}

/** The code behind the id of a term; undefined for what is none. */
export function resolveTerm(region: Region, id: string): string | undefined {
  return termsOf(region).find((one) => one.id === id.toLowerCase() || one.code === id)?.code;
}

/** The taxonomy behind an id. */
export function resolveTaxonomy(id: string): TaxonomyId | undefined {
  return (Object.keys(TAXONOMIES) as TaxonomyId[]).find(
    (one) => one === id || publicId('taxonomy', one) === id.toLowerCase(),
  );
}
