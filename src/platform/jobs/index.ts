export { type EnqueueOptions, enqueue } from './enqueue.ts';
export { installJobs } from './install.ts';
export { createJobs, type Jobs, type JobsOptions, type Task } from './jobs.ts';
export { createMovingClock, type MovingClock } from './moving-clock.ts';
export { runSweeps, type Sweep } from './sweeps.ts';
