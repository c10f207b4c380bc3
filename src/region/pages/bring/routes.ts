import type { Hono } from 'hono';
import type { Answer, Ask, Kit, WebEnv } from '../../../web/index.ts';
import { pickFromTable, searchTables, showTable } from './cbs/handler.ts';
import { bringDraft, showDraft } from './draft/handler.ts';
import { MOST_BYTES, readFile, showFile } from './file/handler.ts';
import { BRING, type BringHouse } from './house.ts';
import { showLoads, stopFetching } from './list/handler.ts';
import { showLoad, undo } from './load/handler.ts';

const GATE = { roles: ['policy-adviser'] } as const;

/** The pages where figures are brought in; `house` in the language of who asks. */
export function bringRoutes(app: Hono<WebEnv>, kit: Kit, house: (ask: Ask) => BringHouse): void {
  const at = (path: string) => `${BRING}${path}`;
  const page = (path: string, show: (house: BringHouse, ask: Ask) => Promise<Answer>) =>
    app.get(
      at(path),
      kit.page(GATE, (ask) => show(house(ask), ask)),
    );
  page('', showLoads);
  page('/bestand', showFile);
  page('/concept/:draft', showDraft);
  page('/levering/:load', showLoad);
  page('/cbs', searchTables);
  page('/cbs/:table', showTable);
  app.post(
    at('/bestand'),
    kit.form({ ...GATE, files: { files: 1, fileBytes: MOST_BYTES } }, (ask) => readFile(house(ask), ask)),
  );
  app.post(
    at('/concept/:draft'),
    kit.form(GATE, (ask) => bringDraft(house(ask), ask)),
  );
  app.post(
    at('/levering/:load/terug'),
    kit.form({ ...GATE, formPath: (c) => c.req.path.replace(/\/terug$/, '') }, (ask) => undo(house(ask), ask)),
  );
  app.post(
    at('/cbs/:table'),
    kit.form(GATE, (ask) => pickFromTable(house(ask), ask)),
  );
  app.post(
    at('/ophalen/:fetch/stop'),
    kit.form({ ...GATE, formPath: () => BRING }, (ask) => stopFetching(house(ask), ask)),
  );
}
