import type { Region } from '../content/index.ts';
import type { PathwayGround } from '../pathways/index.ts';
import type { Log } from '../platform/http/index.ts';
import type { Clock } from '../platform/index.ts';
import { systemClock } from '../platform/index.ts';
import type { RecordGround } from '../record/index.ts';
import type { WebRoom } from '../web/index.ts';
import type { OpenFigures } from './api/open-figures.ts';
import { apiRoutes } from './api/routes.ts';
import { fanOut, tellsOfResource } from './fan-out.ts';
import { operationRoutes } from './fhir/operations.ts';
import { createNotifier, type Notifier } from './notifier.ts';
import type { ReceiverRules } from './send/address.ts';
import { sweepNotifications } from './sweep.ts';

export type ExchangeOptions = {
  readonly ground: RecordGround;
  readonly rules: ReceiverRules;
  readonly publicUrl: string;
  /** What CloudEvents say they come from. */
  readonly source: string;
  readonly log: Log;
  /** The clock of the machine; tests give another. */
  readonly wall?: Clock;
};

/** Other systems take part: events to who asked for them. The notifier is stopped before the database is. */
export function exchangeRoom(options: ExchangeOptions): { readonly room: WebRoom; readonly notifier: Notifier } {
  const { ground, rules, publicUrl, source, log, wall = systemClock } = options;
  const notifier = createNotifier({ ground, rules, publicUrl, source, log, wall });
  const room: WebRoom = {
    name: 'exchange',
    routes: (kit) => {
      const app = kit.routes();
      operationRoutes(app, kit, ground);
      return app;
    },
    subscribers: [
      {
        name: 'exchange',
        wants: tellsOfResource,
        deliver: async (event) => {
          if ((await fanOut(ground, event)) > 0) notifier.wake();
        },
      },
    ],
    sweeps: [
      {
        name: 'notifications',
        run: async () => {
          await sweepNotifications(ground);
          notifier.wake();
        },
      },
    ],
  };
  return { room, notifier };
}

/** The plain API (`/api/v1`) for case systems and for open data, and what describes it (`/openapi.json`). */
export function apiRoom(ground: PathwayGround, region: Region, figures: OpenFigures): WebRoom {
  return {
    name: 'api',
    routes: (kit) => {
      const app = kit.routes();
      apiRoutes(app, kit, { ground, region, rules: kit.config.receivers, figures });
      return app;
    },
  };
}
