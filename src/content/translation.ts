import type { z } from 'zod';
import type { futuresFile } from './futures.ts';
import type { housingFile } from './housing.ts';
import type { indicatorFile, monitorFile } from './indicators.ts';
import type { Path } from './mistakes.ts';
import type { pathway } from './pathways.ts';
import type { regionFile } from './places.ts';
import type { questionnaire } from './questionnaires.ts';
import type { Region } from './region.ts';
import type { consentsFile, crisisFile, normsFile, safetyFile } from './rules.ts';
import type { schemesFile } from './schemes.ts';
import type { needsFile } from './services.ts';

/** Texts in another language, as a file of `region/<name>/en/` says them: by name, and in lists by id. */
export type Translation = { readonly [key: string]: string | Translation };

/** The texts of a value that people read, and so are translated; lists are gone through item by item. */
type Texts<T> = T extends readonly (infer Item)[]
  ? Texts<Item>
  : { readonly [Key in keyof T]?: NonNullable<T[Key]> extends string ? true : Texts<NonNullable<T[Key]>> };
type Spec = { readonly [key: string]: true | Spec | undefined };
const texts = <Schema extends z.ZodType>(spec: Texts<z.output<Schema>>): Spec => spec as Spec;

const coded = { label: true, help: true } as const;

/** What is translated of each file. Names of organisations and services, and what they write themselves, stay as they are. */
export const TRANSLATED = {
  'region.yaml': texts<typeof regionFile>({ title: true, intro: true }),
  'needs.yaml': texts<typeof needsFile>({ needs: { label: true } }),
  'consents.yaml': texts<typeof consentsFile>({ consents: { title: true, text: true, means: true, withdraw: true } }),
  'crisis.yaml': texts<typeof crisisFile>({ intro: true, lines: { name: true, call: true, when: true, open: true } }),
  'norms.yaml': texts<typeof normsFile>({ retention: { label: true, appliesTo: true, from: true } }),
  'safety.yaml': texts<typeof safetyFile>({
    title: true,
    intro: true,
    telling: true,
    colleague: true,
    steps: { title: true, text: true, record: true },
  }),
  'schemes.yaml': texts<typeof schemesFile>({
    incomes: { lowest: true, low: true, middle: true, higher: true },
    schemes: { name: true, what: true, why: true, mind: true, where: true },
  }),
  'futures.yaml': texts<typeof futuresFile>({ workforce: { assumption: true }, beside: { differ: true } }),
  'monitor.yaml': texts<typeof monitorFile>({ areas: { name: true }, tasks: { title: true, text: true } }),
  'housing.yaml': texts<typeof housingFile>({
    note: true,
    types: { name: true, text: true },
    scenarios: { name: true, text: true },
    groups: { name: true },
    besides: { text: true },
  }),
  theme: texts<typeof indicatorFile>({
    title: true,
    intro: true,
    indicators: {
      title: true,
      definition: true,
      why: true,
      differ: true,
      target: { text: true },
      series: { name: true, definition: true, method: true, caveat: true },
    },
  }),
  pathway: texts<typeof pathway>({
    title: true,
    summary: true,
    forWhom: { text: true },
    reasons: coded,
    urgencies: coded,
    self: { text: true, reasons: { label: true } },
    steps: { title: true, text: true, forResident: true },
    hops: { title: true },
    norms: { label: true },
    contact: { kinds: coded, outcomes: coded },
    rejectReasons: coded,
    cancelReasons: coded,
    holdReasons: coded,
    failedReasons: coded,
    errorReasons: coded,
    outcomes: coded,
    endings: coded,
    counts: { label: true, definition: true },
  }),
  questionnaire: texts<typeof questionnaire>({
    title: true,
    intro: true,
    items: { title: true, text: true, help: true, anchors: { low: true, high: true }, options: { label: true } },
  }),
} as const;

/** How an item of a list is named in a translation. */
export function nameOf(item: unknown): string {
  const { id, code, linkId } = (item ?? {}) as { id?: unknown; code?: unknown; linkId?: unknown };
  return String(id ?? code ?? linkId ?? '');
}

/** Every text of `value` that is to be translated: where it stands, and where its translation belongs. */
export function textsOf(
  value: unknown,
  spec: Spec,
  at: Path = [],
  as: readonly string[] = [],
): readonly { readonly at: Path; readonly as: readonly string[] }[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => textsOf(item, spec, [...at, index], [...as, nameOf(item)]));
  return Object.entries(spec).flatMap(([key, within]) => {
    const inside = (value as Record<string, unknown> | undefined)?.[key];
    if (inside === undefined || within === undefined) return [];
    if (within === true) return [{ at: [...at, key], as: [...as, key] }];
    return textsOf(inside, within, [...at, key], [...as, key]);
  });
}

/** The same value with the texts of a translation; what is not translated stays as it is. */
export function translated<T>(value: T, spec: Spec, translation: Translation | undefined): T {
  if (!translation) return value;
  if (Array.isArray(value))
    return value.map((item: unknown) => translated(item, spec, within(translation, nameOf(item)))) as T;
  const changed = Object.entries(spec).flatMap(([key, inside]): [string, unknown][] => {
    const before = (value as Record<string, unknown>)[key];
    const said = translation[key];
    if (before === undefined || said === undefined || inside === undefined) return [];
    if (inside === true) return typeof said === 'string' ? [[key, said]] : [];
    return typeof said === 'string' ? [] : [[key, translated(before, inside, said)]];
  });
  return { ...value, ...Object.fromEntries(changed) };
}

function within(translation: Translation, key: string): Translation | undefined {
  const found = translation[key];
  return typeof found === 'string' ? undefined : found;
}

/** The region as people read it in English. What has no English yet is said in Dutch. */
export function inEnglish(region: Region): Region {
  const said = region.english ?? {};
  const file = <T>(name: keyof typeof TRANSLATED, value: T): T => translated(value, TRANSLATED[name], said[name]);
  return {
    ...file('region.yaml', region),
    ...file('needs.yaml', { needs: region.needs }),
    ...file('consents.yaml', { consents: region.consents }),
    ...file('norms.yaml', { retention: region.retention }),
    crisis: file('crisis.yaml', region.crisis),
    ...(region.safety ? { safety: file('safety.yaml', region.safety) } : {}),
    schemes: file('schemes.yaml', region.schemes),
    monitor: file('monitor.yaml', region.monitor),
    ...(region.futures ? { futures: file('futures.yaml', region.futures) } : {}),
    ...(region.housing ? { housing: file('housing.yaml', region.housing) } : {}),
    themes: region.themes.map((one) => translated(one, TRANSLATED.theme, said[`indicators/${one.id}.yaml`])),
    pathways: region.pathways.map((one) => translatedVersion(region, 'pathway', one)),
    questionnaires: region.questionnaires.map((one) => translatedVersion(region, 'questionnaire', one)),
  };
}

/**
 * A pathway or questionnaire in English, by the translation of the present version: its codes keep their meaning over
 * the versions. A question of an older version may have been put otherwise, so that one stays in Dutch.
 */
export function translatedVersion<T extends { readonly id: string; readonly version: number }>(
  region: Region,
  kind: 'pathway' | 'questionnaire',
  one: T,
): T {
  const present = region[kind === 'pathway' ? 'pathways' : 'questionnaires'].find(({ id }) => id === one.id);
  if (kind === 'questionnaire' && present?.version !== one.version) return one;
  const folder = kind === 'pathway' ? 'pathways' : 'questionnaires';
  return translated(one, TRANSLATED[kind], region.english?.[`${folder}/${one.id}.yaml`]);
}
