import { type Away, awayFrom } from '../../directory/index.ts';
import type { LocalDate } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

export type { Away } from '../../directory/index.ts';

/**
 * Who of these services or teams (`HealthcareService/…`) is away on this day, until when, and who takes over. For
 * worklists and lists of colleagues to choose from; why somebody is away is not told.
 */
export async function onLeave(
  ground: PathwayGround,
  services: readonly string[],
  day: LocalDate,
): Promise<readonly Away[]> {
  return services.length === 0 ? [] : awayFrom(ground.pool, services, day);
}
