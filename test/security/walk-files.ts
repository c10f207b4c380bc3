import { EXPECTED } from './expected.ts';
import { each, FHIR, sight, type Walk } from './walk.ts';
import { unused } from './walk-reads.ts';
import { RESIDENTS } from './world.ts';

/** The file with each contact by every persona: read where the contact is, otherwise like what never was. */
export async function walkFiles(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const never = await walk.ask('demo-system', `${FHIR}/Binary/${unused(house.world.ids.R1)}`);
  if (never.status !== 404) failures.push(`A file that never was answers ${never.status}`);
  const pairs = walk.personas.flatMap((persona) => RESIDENTS.map((resident) => ({ persona, resident })));
  await each(walk, pairs, async ({ persona, resident }) => {
    const file = house.world.files[resident];
    if (!file) return;
    const entry = house.world.entries.find(({ id }) => id === file.holder)!;
    const allowed = sight(EXPECTED[persona]!, entry) !== 'absent';
    const leaves = { action: 'opened', allowed, resident: house.world.ids[resident], subject: file.id } as const;
    const path = `${FHIR}/Binary/${file.id}`;
    const bytes = await walk.ask(persona, path, { leaves });
    const fhir = await walk.ask(persona, path, { leaves, headers: { accept: 'application/fhir+json' } });
    for (const answer of [bytes, fhir]) {
      if (answer.status !== (allowed ? 200 : 404)) failures.push(`${persona}: file of ${resident}: ${answer.status}`);
      if (!allowed && answer.text !== never.text) failures.push(`${persona}: file of ${resident} reads otherwise`);
    }
    if (!allowed) return;
    if (bytes.text !== 'Wat er is afgesproken.') failures.push(`${persona}: file of ${resident} says ${bytes.text}`);
    const { data, securityContext } = JSON.parse(fhir.text) as {
      data: string;
      securityContext: { reference: string };
    };
    if (
      Buffer.from(data, 'base64').toString() !== bytes.text ||
      securityContext.reference !== `Communication/${entry.id}`
    )
      failures.push(`${persona}: file of ${resident} as FHIR: ${fhir.text}`);
  });
}
