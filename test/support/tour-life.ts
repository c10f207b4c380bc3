import * as engine from '../../src/pathways/index.ts';
import { systemActor, ulid, withActor } from '../../src/platform/index.ts';
import { loadResources } from '../../src/record/index.ts';
import { LONG_FAMILY, type makers } from './tour.ts';
import type { Town } from './town.ts';
import type { Visitor } from './web.ts';

/** The pages about what happens in a life, in the states that matter. */
export async function tourLife(on: {
  readonly town: Town;
  readonly make: ReturnType<typeof makers>;
  readonly keep: (name: string, answer: Response | Promise<Response>, status?: number) => Promise<string>;
  readonly nurse: Visitor;
  readonly coach: Visitor;
}): Promise<void> {
  const { make, keep, nurse, coach } = on;
  const zaak = (made: { caseId: string }, part = '') => `/werk/zaak/${made.caseId}${part}`;
  const referral = (made: { caseId: string }, part = '') => `/praktijk/verwijzing/${made.caseId}${part}`;
  const gone = await make.offered('Karel', 'Herinnering');
  const double = await make.accepted('Karel Johannes', LONG_FAMILY);
  const number = (html: string) => /WOR-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
  const other = number(await (await nurse.get(referral(double))).text());
  await keep('merge', nurse.get(referral(gone, '/samenvoegen')));
  await keep('merge unknown', nurse.post(referral(gone, '/samenvoegen'), { number: 'WOR-000-0000' }), 422);
  await keep('merge side by side', nurse.post(referral(gone, '/samenvoegen'), { number: other, step: 'look' }));
  const merging = { number: other, step: 'merge' };
  await keep('merge error', nurse.post(referral(gone, '/samenvoegen'), merging), 422);
  await nurse.post(referral(gone, '/samenvoegen'), { ...merging, keep: 'here', checked: 'yes' });
  await keep('merged', nurse.get(referral(gone, '/samenvoegen')));
  await keep('case merged', coach.get(zaak(gone)));
  await nurse.post(referral(gone, '/samenvoegen/uit-elkaar'), {}, { page: referral(gone, '/samenvoegen') });
  await tourCorrections(on);
  await keep('move', coach.get(zaak(double, '/verhuizing')));
  await keep('move error', coach.post(zaak(double, '/verhuizing'), {}), 422);
  await keep('misplaced empty', coach.get(zaak(double, '/verkeerd')));
  await keep('misplaced', coach.get(zaak(gone, '/verkeerd')));
  await keep('misplaced error', coach.post(zaak(gone, '/verkeerd'), { number: 'WOR-000-0000' }), 422);
  await keep('safety', coach.get(zaak(gone, '/veiligheid')));
  await keep('safety practice', nurse.get(referral(gone, '/veiligheid')));
  await keep('withheld', coach.get(zaak(gone, '/afgeschermd')));
  await keep('withheld error', coach.post(zaak(gone, '/afgeschermd'), { reason: 'violence' }), 422);
  const [entry = ''] =
    /(?<=name="entry" value=")[^"]+/.exec(await keep('withheld again', coach.get(zaak(gone, '/afgeschermd')))) ?? [];
  const held = { entry, reason: 'violence', 'review-day': '1', 'review-month': '4', 'review-year': '2027' };
  await coach.post(zaak(gone, '/afgeschermd'), held);
  await keep('withheld one', coach.get(zaak(gone, '/afgeschermd')));
  await keep('address', coach.get(zaak(gone, '/adres')));
  await keep('address error', coach.post(zaak(gone, '/adres'), {}), 422);
  await coach.post(zaak(gone, '/adres'), { reason: 'threat' });
  await keep('address secret', coach.get(zaak(gone, '/adres')));
  const shown = await keep(
    'address shown',
    coach.post(zaak(gone, '/adres/opvragen'), { need: 'visit' }, { page: zaak(gone, '/adres') }),
  );
  if (!shown.includes('Brinkstraat')) throw new Error('The address that was asked for is not on the page');
  await keep('address secret practice', nurse.get(referral(gone, '/adres')));
  await keep('case secret and withheld', coach.get(zaak(gone)));
  await keep('death', coach.get(zaak(gone, '/overlijden')));
  await keep('death error', coach.post(zaak(gone, '/overlijden'), { 'on-day': '40' }), 422);
  await keep('death practice', nurse.get(referral(gone, '/overlijden')));
  await coach.post(zaak(gone, '/overlijden'), { sure: 'yes' });
  await keep('death after', coach.get(zaak(gone, '/overlijden')));
  await keep('death after practice', nurse.get(referral(gone, '/overlijden')));
  await keep('case after death', coach.get(zaak(gone)));
  await keep('referral after death', nurse.get(referral(gone)));
  await coach.post(zaak(gone, '/overlijden/vergissing'), {}, { page: zaak(gone, '/overlijden') });
  await keep('case to reopen', coach.get(zaak(gone, '/overlijden')));
}

/** What a team corrects after a request that was granted: a contact, answers and a goal, one after the other. */
async function tourCorrections({ town, make, keep, coach }: Parameters<typeof tourLife>[0]): Promise<void> {
  const { ground } = town;
  const made = await make.talked('Wilhelmina Johanna', LONG_FAMILY);
  const at = `/werk/zaak/${made.caseId}`;
  await keep('correct none', coach.get(`${at}/verbeteren`));
  const entries = await withActor(ground, systemActor('tour'), { kind: 'act', resident: made.resident }, (trx) =>
    loadResources(trx, made.resident, ['Communication', 'QuestionnaireResponse', 'Goal']),
  );
  const wishes = {
    Communication: 'Het gesprek was op maandag, niet op dinsdag.',
    QuestionnaireResponse: 'Dit gaf iemand anders als antwoord.',
    Goal: `Mevrouw wil niet elke week samen eten, maar eens in de maand, en dan liefst bij haar in de buurt. ${'Zij zei dit ook al bij het eerste gesprek. '.repeat(4)}`,
  } as const;
  const why = { purpose: 'privacy-duty', ground: 'GDPR 16' };
  for (const [index, [type, wish]] of Object.entries(wishes).entries()) {
    const entry = entries.find((row) => row.type === type)!.id;
    const asked = { resident: made.resident, type, entry, wish, request: ulid(ground.clock), number: `VRZ-00${index}` };
    await withActor(ground, systemActor('tour'), { kind: 'act', resident: made.resident }, (trx) =>
      engine.askCorrection(ground, trx, systemActor('tour'), asked, why, { door: 'page' }),
    );
  }
  await keep('case to correct', coach.get(at));
  for (const what of ['one', 'two', 'three']) {
    const shown = await keep(`correct ${what}`, coach.get(`${at}/verbeteren`));
    const correction = /name="correction" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    await keep(`correct ${what} error`, coach.post(`${at}/verbeteren`, { correction }), 422);
    const how = shown.includes('value="corrected"') ? 'corrected' : 'entered-in-error';
    await coach.post(`${at}/verbeteren`, { correction, how, text: 'Zo is het goed.' });
  }
  await keep('case corrected', coach.get(at));
}
