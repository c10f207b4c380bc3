export { type ConnectedDatabase, connectDatabase } from './connect.ts';
export { type EmbeddedDatabase, type EmbeddedOptions, ROLES, startEmbedded } from './embedded.ts';
export { type MigrateOptions, migrate, readMigrations } from './migrate.ts';
export { createPool } from './pool.ts';
export { DatabaseProblem } from './problem.ts';
export { checkProductionDatabase } from './production.ts';
