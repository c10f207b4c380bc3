export {
  type Config,
  type ConfigProblem,
  type DatabaseConfig,
  DEMO_SECRET,
  type IdentityConfig,
  type Mode,
  type RateLimits,
  readConfig,
} from './config.ts';
export { isLoopbackHost } from './loopback.ts';
