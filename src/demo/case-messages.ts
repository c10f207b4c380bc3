import {
  markRead,
  openCaseThread,
  ownCases,
  type PathwayGround,
  sendMessage,
  setCodeWord,
  setWishes,
} from '../pathways/index.ts';
import type { Actor } from '../platform/index.ts';
import { DOOR, must } from './case-plot.ts';
import { residentAtHome } from './case-staff.ts';
import { PERSONA_RESIDENTS } from './persona-residents.ts';

/**
 * Lets the residents among the personas have written with their coach and said how they want to be served, so that each
 * page shows something. Done once, with their cases.
 */
export async function tellAsPersonas(ground: PathwayGround, coachOf: (team: string) => Actor): Promise<void> {
  for (const { persona, id, given, family } of PERSONA_RESIDENTS) {
    const resident = residentAtHome(id, `${given} ${family}`);
    if (persona === 'resident-supported') {
      const row = must(await ownCases(ground, resident, DOOR)).find((one) => one.closed_at === null);
      if (!row) continue;
      const coach = coachOf(row.team.slice(row.team.indexOf('/') + 1));
      const about = { resident: id, caseId: row.id };
      must(await sendMessage(ground, resident, { ...about, text: 'Mag mijn broer volgende week mee wandelen?' }, DOOR));
      const thread = must(await openCaseThread(ground, coach, about, DOOR));
      if (thread) must(await markRead(ground, coach, { thread: thread.thread.id }, DOOR));
      const text = 'Dat mag zeker.\n\nIk geef het door aan de groep. Hoe gaat het verder met u?';
      must(await sendMessage(ground, coach, { ...about, text }, DOOR));
      must(await setCodeWord(ground, resident, { resident: id, word: 'Klaproos' }, DOOR));
    }
    if (persona === 'resident-finished') {
      const wishes = { way: 'letter', language: 'nl', interpreter: false, easyRead: true } as const;
      must(await setWishes(ground, resident, { resident: id, wishes }, DOOR));
    }
  }
}
