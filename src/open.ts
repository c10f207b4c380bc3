import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pathway, QuestionnaireContent, Region } from './content/index.ts';
import { keptVersions, seedDirectory } from './directory/index.ts';
import { loadDefinitions, OMZIEN, type Resource, reindex } from './fhir/index.ts';
import {
  definitionResources,
  definitionsOf,
  type KeptVersions,
  type PathwayGround,
  withPathways,
} from './pathways/index.ts';
import {
  checkProductionDatabase,
  connectDatabase,
  createPool,
  DatabaseProblem,
  migrate,
  readMigrations,
} from './platform/database/index.ts';
import { createReadiness, type Readiness } from './platform/http/index.ts';
import { ACCESS, type Config, createAuditWriter, deriveKeys, type Ground, systemClock } from './platform/index.ts';
import { createMovingClock, installJobs } from './platform/jobs/index.ts';
import { seedFigures } from './region/index.ts';
import { regionInUse } from './region-content.ts';

const migrationsFolder = fileURLToPath(new URL('./platform/database/migrations/', import.meta.url));

/** The house with its lights on: database, clock, content and engine, before any door opens. */
export type Opened = {
  readonly ground: PathwayGround;
  readonly region: Region;
  readonly workerUrl: string;
  readonly readiness: Readiness;
  /** What the operator should know, such as content that has mistakes. */
  readonly warnings: readonly string[];
  /** Moves business time on (milliseconds); in a demo only. */
  readonly moveClock: ((milliseconds: number) => Promise<void>) | undefined;
};

/**
 * Opens the house, step by step; whatever it opened is put on `open`, which closes it in reverse. A command beside a
 * running server passes `whenRunning: 'join'`. Throws DatabaseProblem and ContentProblem, with words for the operator.
 */
export async function openHouse(
  config: Config,
  open: AsyncDisposableStack,
  options: { readonly whenRunning?: 'refuse' | 'join' } = {},
): Promise<Opened> {
  const database = await connectDatabase(config, options);
  open.defer(() => database.stop());
  await migrate({ ownerUrl: database.ownerUrl, mode: config.mode });
  const pool = createPool(database.appUrl, 20);
  open.defer(() => pool.end());
  if (config.mode === 'production') {
    const objections = await checkProductionDatabase(pool);
    if (objections.length > 0) throw new DatabaseProblem(objections.join('\n'));
  }
  await installJobs(database);

  const moving = config.mode === 'demo' ? await createMovingClock(pool) : undefined;
  if (moving) open.defer(() => moving.stop());
  const clock = moving?.clock ?? systemClock;
  const audit = createAuditWriter(pool, clock);
  open.defer(() => audit.stop());
  const base = { pool, clock, keys: deriveKeys(config.secret), access: ACCESS, audit };

  loadDefinitions(join(config.home, 'fhir-definitions.json'));
  await reindex(base);
  const { region, warning } = await regionInUse(pool, config.region, (content) => seed(base, content));
  const definitions = definitionsOf(region, await keptDefinitions(base));
  const migrations = readMigrations(migrationsFolder).map(({ name }) => name);
  return {
    ground: withPathways({ ...base, definitions }),
    region,
    workerUrl: database.workerUrl,
    readiness: createReadiness({ pool, migrations }),
    warnings: warning ? [warning] : [],
    moveClock: moving?.move,
  };
}

/** Writes the content of a region into the directory, with its pathways and questionnaires as FHIR, and its figures. */
export async function seed(ground: Ground, region: Region): Promise<{ readonly changed: number }> {
  const definitions = definitionResources(region, OMZIEN) as unknown as readonly Resource[];
  const directory = await seedDirectory(ground, region, definitions);
  const figures = await seedFigures(ground, region);
  return { changed: directory.changed + figures.changed };
}

/** The versions that cases may still run on. What is kept passed the content's check when it was applied. */
async function keptDefinitions(ground: Ground): Promise<KeptVersions> {
  const [pathways, questionnaires] = await Promise.all([
    keptVersions(ground, 'pathway'),
    keptVersions(ground, 'questionnaire'),
  ]);
  return {
    pathways: pathways.map(({ content }) => content as Pathway),
    questionnaires: questionnaires.map(({ content }) => content as QuestionnaireContent),
  };
}
