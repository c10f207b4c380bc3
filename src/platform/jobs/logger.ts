import { Logger } from 'graphile-worker';

/** The queue's own words are left out: what a task does wrong is told by `createJobs`, without its payload. */
export const quietLogger = new Logger(() => () => undefined);
