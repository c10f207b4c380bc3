import type { makers } from './tour.ts';
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
  await keep('safety', coach.get(zaak(gone, '/veiligheid')));
  await keep('safety practice', nurse.get(referral(gone, '/veiligheid')));
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
