import { type Ground, withActor } from '../platform/index.ts';
import { TELLER } from './fan-out.ts';

/** Days for which a receiver may ask for what it was told, and for which a silent one is owed what it was not. */
export const KEPT_DAYS = 30;

/** Removes what has been kept long enough. A receiver that was silent all that time is turned off: it has to ask anew. */
export async function sweepNotifications(ground: Ground): Promise<void> {
  const before = new Date(ground.clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await withActor(ground, TELLER, { kind: 'region' }, async (trx) => {
    await trx.query('delete from exchange.notification where delivered_at < $1 or at < $1', [before]);
  });
}
