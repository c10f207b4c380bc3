import type { Resource } from '../../../fhir/index.ts';
import { ABSENT, residentOf, withActor } from '../../../platform/index.ts';
import { readResource } from '../../../record/index.ts';
import { defineWords } from '../../../ui/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { loadCase } from '../../case-store.ts';
import type { PathwayGround } from '../../ground.ts';
import { calendarFile } from '../../messages/calendar.ts';
import { idIn } from '../../shapes.ts';

export const calendarWords = defineWords({
  nl: {
    own: (p: { team: string }) => `Afspraak met ${p.team}`,
    work: (p: { number: string }) => `Afspraak zaak ${p.number}`,
    plain: 'Afspraak',
    keep: 'Zet de afspraak in uw agenda',
  },
  en: {
    own: (p: { team: string }) => `Appointment with ${p.team}`,
    work: (p: { number: string }) => `Appointment case ${p.number}`,
    plain: 'Appointment',
    keep: 'Put the appointment in your calendar',
  },
});

/** Where the calendar file of an appointment is fetched, by who works on the case and by the resident. */
export const calendarPath = {
  work: (id: string) => `/werk/afspraak/${id}.ics`,
  own: (id: string) => `/mijn/afspraak/${id}.ics`,
};

/**
 * GET …/afspraak/:file: the calendar file of one appointment, for who may read it. It names the team (for the resident) or
 * the case number (for who works on it), never a person or a reason for help: calendars are shared and copied.
 */
export async function fetchCalendar(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const id = ask.param('file').replace(/\.ics$/, '');
  const resident = residentOf(id);
  const read = await readResource(ground, ask.actor, 'Appointment', id, ask.door);
  if (!read.ok || !resident) return { problem: read.ok ? ABSENT : read.problem };
  const appointment = JSON.parse(read.value.text) as Resource & {
    readonly basedOn?: readonly { readonly reference?: string }[];
  };
  if (typeof appointment.start !== 'string') return { problem: ABSENT };
  const row = await withActor(ground, ask.actor, { kind: 'resident', resident }, (trx) =>
    loadCase(trx, resident, idIn(appointment.basedOn?.[0]?.reference)),
  );
  const said = calendarWords(ask.context.lang);
  const own = ask.actor.role === 'resident';
  const title = !row
    ? said.plain
    : own
      ? said.own({ team: ground.definitions.organisationName(idIn(row.team)) })
      : said.work({ number: row.number });
  const file = calendarFile(appointment, {
    title,
    place: String(appointment.description ?? ''),
    version: read.value.version,
    now: ground.clock.now(),
  });
  return ask.c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="afspraak.ics"',
    'cache-control': 'no-store',
  });
}
