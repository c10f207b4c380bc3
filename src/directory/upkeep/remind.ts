import type { Region } from '../../content/index.ts';
import {
  addMonths,
  type Ground,
  type LocalDate,
  localDate,
  NOBODY,
  systemActor,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { FRESH_MONTHS } from '../model/freshness.ts';
import { remindWords } from './remind-words.ts';

const REMINDER = systemActor('upkeep');

/**
 * Asks providers by mail to look at services that nobody vouched for in half a year: one mail a provider and month, with
 * all of them in it. Gives how many mails were made. Safe to run twice or in two processes: the month and the mailbox
 * make it once.
 */
export async function remindProviders(ground: Ground, region: Region, publicUrl: string): Promise<number> {
  const now = ground.clock.now();
  const today = localDate(now);
  const month = today.slice(0, 7);
  return withActor(ground, REMINDER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{
      organisation: string;
      name: string;
      confirmed: LocalDate;
      english: boolean | null;
    }>(
      `select s.organisation, s.name, s.confirmed_on::text as confirmed,
         -- A mailbox is read by several: in English where everybody there who chose a language chose that.
         (select bool_and(a.language = 'en') from platform.role r join platform.account a on a.person = r.person
          where r.organisation = 'Organization/' || s.organisation and r.code = 'provider' and r.active and a.language is not null) as english
       from directory.service s
       where s.active and s.confirmed_on < $1 and not exists (
         select 1 from platform.message m where m.resident_id = $2 and m.event_id = 'upkeep-' || s.organisation || '-' || $3)
       order by s.organisation, s.name, s.id`,
      [addMonths(today, -FRESH_MONTHS), NOBODY, month],
    );
    let made = 0;
    for (const [organisation, services] of Map.groupBy(rows, (row) => row.organisation)) {
      const mail = region.organisations.find((one) => one.id === organisation)?.mail;
      if (!mail) continue;
      const language = services[0]?.english ? 'en' : 'nl';
      const words = remindWords(language);
      const body = [
        words.dear,
        words.why,
        services.map(({ name }) => `- ${name}`).join('\n'),
        words.what({ url: `${publicUrl}/aanbod/diensten` }),
        words.again,
        words.closing,
      ].join('\n\n');
      const { rowCount } = await trx.query(
        `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, language)
         values ($1, $2, $3, 'mail', $4, 'provider', $5, $6, $7, $8) on conflict (resident_id, event_id, recipient) do nothing`,
        [NOBODY, ulid(ground.clock), now, mail, words.subject, body, `upkeep-${organisation}-${month}`, language],
      );
      made += rowCount ?? 0;
    }
    return made;
  });
}
