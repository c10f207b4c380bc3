import type { Config } from '../config/index.ts';
import { startEmbedded } from './embedded.ts';

export type ConnectedDatabase = {
  /** The role that owns the tables: for migrations only. */
  readonly ownerUrl: string;
  /** The role that the application runs as. */
  readonly appUrl: string;
  /** The role of the job worker. */
  readonly workerUrl: string;
  /** Stops the database when this process started it. Close the pools first. */
  readonly stop: () => Promise<void>;
};

/**
 * Gives the addresses of the database in the settings; starts the embedded one where they name none. A command beside
 * a running Omzien passes `whenRunning: 'join'`. Throws DatabaseProblem.
 */
export async function connectDatabase(
  config: Pick<Config, 'database' | 'home'>,
  options: { readonly whenRunning?: 'refuse' | 'join' } = {},
): Promise<ConnectedDatabase> {
  if (config.database.kind === 'own') {
    const { ownerUrl, appUrl, workerUrl } = config.database;
    return { ownerUrl, appUrl, workerUrl, stop: async () => undefined };
  }
  const { ownerUrl, appUrl, workerUrl, stop } = await startEmbedded({ home: config.home, ...options });
  return { ownerUrl, appUrl, workerUrl, stop };
}
