import type { Hono } from 'hono';
import type { Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { showTimeline } from '../shared/index.ts';
import { showList } from './list/handler.ts';
import { STEP_KINDS, STEPS } from './step/form.ts';
import { showStep, takeReasonedStep } from './step/handler.ts';
import { keepSession, showTask, takePlainStep } from './task/handler.ts';

const TASK = '/aanbod/aanmelding/:task';
const PROVIDER = { roles: ['provider'] } as const;

/** The pages of who offers support. */
export function providerRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  app.get(
    '/aanbod',
    kit.page(PROVIDER, (ask) => showList(ground, ask)),
  );
  app.get(
    TASK,
    kit.page(PROVIDER, (ask) => showTask(ground, ask)),
  );
  app.get(
    `${TASK}/tijdlijn`,
    kit.page(PROVIDER, (ask) =>
      showTimeline(ground, ask, {
        anchor: { type: 'Task', id: ask.param('task') },
        back: TASK.replace(':task', ask.param('task')),
      }),
    ),
  );
  app.post(
    `${TASK}/ja`,
    kit.form(PROVIDER, (ask) => takePlainStep(ground, ask, 'accepted', 'accepted')),
  );
  app.post(
    `${TASK}/start`,
    kit.form(PROVIDER, (ask) => takePlainStep(ground, ask, 'in-progress', 'started')),
  );
  app.post(
    `${TASK}/verder`,
    kit.form(PROVIDER, (ask) => takePlainStep(ground, ask, 'in-progress', 'resumed')),
  );
  app.post(
    `${TASK}/aanwezigheid`,
    kit.form({ ...PROVIDER, formPath: (c) => c.req.path.replace(/\/aanwezigheid$/, '') }, (ask) =>
      keepSession(ground, ask),
    ),
  );
  for (const kind of STEP_KINDS) {
    const path = `${TASK}/${STEPS[kind].path}`;
    app.get(
      path,
      kit.page(PROVIDER, (ask) => showStep(ground, ask, kind)),
    );
    app.post(
      path,
      kit.form(PROVIDER, (ask) => takeReasonedStep(ground, ask, kind)),
    );
  }
}
