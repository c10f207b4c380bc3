import { addDays, addMonths, localDate, localInstant, localTime } from '../../platform/index.ts';
import { formatDateTime, uiShowcase } from '../../ui/index.ts';
import { text, type WebRoom } from '../../web/index.ts';
import type { PublicPersona } from '../personas.ts';
import { clockPage, MOVES, type Move } from './clock.tsx';
import { startPage } from './people.tsx';
import { lastPost, postPage } from './post.tsx';
import { demoWords } from './words.ts';

export type DemoParts = {
  readonly personas: readonly PublicPersona[];
  /** Moves business time on by so many milliseconds, and lets what is due then happen. */
  readonly moveClock: (milliseconds: number) => Promise<void>;
};

/** The pages of the demo itself: who one can be, the outbox, the clock, all components. Composed in demo mode only. */
export function demoRoom(parts: DemoParts): WebRoom {
  return {
    name: 'demo',
    footer: (lang) => [{ href: '/demo', label: demoWords(lang).footer }],
    routes: (kit) => {
      const app = kit.routes();
      const { ground, wall, config } = kit;
      const time = () => ({ now: ground.clock.now(), wall: wall.now() });
      app.get(
        '/demo',
        kit.publicPage((ask) => startPage(ask.context, parts.personas)),
      );
      app.get('/demo/personas', (c) => c.json(parts.personas));
      app.get(
        '/demo/post',
        kit.publicPage(async (ask) =>
          postPage(ask.context, await lastPost(ground, ask.query('aan')), config.publicUrl, ask.query('aan')),
        ),
      );
      app.get(
        '/demo/klok',
        kit.publicPage((ask) => clockPage(ask.context, time())),
      );
      app.post(
        '/demo/klok',
        kit.publicForm({}, async (ask) => {
          const words = demoWords(ask.context.lang).clock;
          const move = MOVES.find((one) => one === text(ask.posted, 'by'));
          if (!move) return { again: clockPage(ask.context, time(), words.choose) };
          await parts.moveClock(millisecondsOf(move, ground.clock.now()));
          const moment = formatDateTime(ground.clock.now(), 'long', ask.context.lang);
          return { to: '/demo/klok', flash: { kind: 'good', text: words.moved({ moment }) } };
        }),
      );
      app.get(
        '/ui',
        kit.publicPage((ask) => {
          const kind = ask.query('soort');
          return uiShowcase(ask.context, kind === 'resident' || kind === 'public' ? kind : 'work');
        }),
      );
      return app;
    },
  };
}

/** How long a move takes: to the same time of day in Amsterdam, also over a change of the clocks. */
function millisecondsOf(move: Move, now: Date): number {
  const today = localDate(now);
  const day = move === 'quarter' ? addMonths(today, 3) : addDays(today, move === 'week' ? 7 : 1);
  const seconds = now.getTime() % 60_000;
  return localInstant(day, localTime(now)).getTime() + seconds - now.getTime();
}
