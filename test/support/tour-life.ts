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
