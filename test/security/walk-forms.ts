import { tokensIn } from '../support/web.ts';
import { WHO_SIGN_IN } from './expected.ts';
import { FORMS } from './expected-pages.ts';
import type { House } from './house.ts';
import { alike } from './walk-pages.ts';
import { unused } from './walk-reads.ts';
import { asOwner } from './world.ts';

/** Sends every form as everybody for whom it is not, filled in and empty, and looks whether anything was written. */
export async function walkForms(house: House): Promise<readonly string[]> {
  const failures: string[] = [];
  const { entries, ids } = house.world;
  const idOf = (resident: string, label: string) =>
    entries.find((entry) => entry.resident === resident && entry.label === label)?.id ?? '';
  const fill = (text: string) =>
    text
      .replace(':case', idOf('R1', 'ServiceRequest:first'))
      .replace(':task', idOf('R1', 'Task:onward'))
      .replace(':offer', idOf('R6', 'Task:first'))
      .replace(':consent', idOf('R1', 'Consent:first'))
      .replace(':message', idOf('R2', 'Communication:message'));
  const written = async () =>
    JSON.stringify(
      await asOwner(
        house.ownerUrl,
        `select (select sum(version) from record.resource where resident_id in ('${ids.R1}', '${ids.R6}')) as versions,
           (select count(*) from pathways.pause) as pauses, (select count(*) from pathways.happening) as happenings,
           (select string_agg(coalesce(assignee, '-'), ',' order by id) from pathways."case") as assigned`,
      ),
    );
  const before = await written();
  for (const persona of WHO_SIGN_IN) {
    if (persona === 'demo-system') continue;
    const visitor = await house.signIn(persona);
    const own = tokensIn(await (await visitor.get('/nergens')).text(), '/uitloggen');
    if (!own._csrf) failures.push(`${persona} has no form to take a token from`);
    for (const { path, fields, who } of FORMS) {
      if (who.includes(persona)) continue;
      const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fill(value)]));
      for (const sent of [typed, {}]) {
        const send = async (to: string) => {
          for (const name of visitor.cookies.keys()) if (name.includes('flash')) visitor.cookies.delete(name);
          const answer = await visitor.send(to, { _csrf: own._csrf ?? '', ...sent });
          return { status: answer.status, to: answer.headers.get('location'), page: alike(await answer.text(), to) };
        };
        const [denied, never] = [await send(fill(path)), await send(path.replace(/:\w+/, unused(ids.R1)))];
        const what = `${persona} sends ${path} ${JSON.stringify(sent)}: ${denied.status} ${denied.to ?? ''}`;
        // A late answer of a provider, or a resident with nothing to stop, is led back to their own list.
        const led = denied.status === 303 && (denied.to === '/aanbod' || denied.to === '/mijn');
        const ownPage = path === '/mijn/stop' && denied.status === 422;
        if (denied.status !== 404 && !led && !ownPage) failures.push(what);
        if (denied.status !== never.status || denied.to !== never.to || denied.page !== never.page)
          failures.push(`${what}; of what never was it answers otherwise: ${never.status} ${never.to ?? ''}`);
      }
    }
  }
  const after = await written();
  if (before !== after) failures.push(`Something was written: ${before} became ${after}`);
  return failures;
}
