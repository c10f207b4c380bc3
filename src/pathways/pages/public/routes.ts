import type { Hono } from 'hono';
import type { Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { askPage } from './ask/view.tsx';
import { answerQuestions, showQuestions, showThanks } from './questions/handler.ts';

/** The doors that are open to anyone. */
export function publicRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  app.get(
    '/hulp-vragen',
    kit.publicPage((ask) => askPage(ground, ask.context)),
  );
  app.get(
    '/vragen/bedankt',
    kit.publicPage((ask) => showThanks(ask)),
  );
  app.get(
    '/vragen/:token',
    kit.publicPage((ask) => showQuestions(ground, ask)),
  );
  app.post(
    '/vragen/:token',
    kit.publicForm({}, (ask) => answerQuestions(ground, ask)),
  );
}
