import type { FullIdentity } from '../../src/oversight/service/find.ts';
import * as engine from '../../src/pathways/index.ts';
import { systemActor, withActor } from '../../src/platform/index.ts';

/** The conversation of the story: about sleep, and about money. Only tests call this. */
export async function holdConversation(
  ground: engine.PathwayGround,
  made: { readonly resident: string; readonly caseId: string },
): Promise<void> {
  const { rows } = await ground.pool.query(
    "select person, person_name, code, organisation, services from platform.role where id = 'coach'",
  );
  const coach = {
    person: rows[0].person as string,
    name: rows[0].person_name as string,
    role: 'welfare-coach' as const,
    roleRef: 'PractitionerRole/coach',
    organisation: rows[0].organisation as string,
    organisationName: '',
    services: rows[0].services as string[],
  };
  const held = await engine.holdConversation(
    ground,
    coach,
    {
      ...made,
      answers: {
        body: 5,
        mind: 4,
        'mind-note': 'Slaapt slecht',
        'money-note': 'Rekeningen blijven liggen',
        goal: ['Elke week samen eten'],
      },
    },
    { door: 'page' },
  );
  if (!held.ok) throw new Error(JSON.stringify(held.problem));
}

/** Who this is, as it stands on a document. */
export async function personOfCase(ground: engine.PathwayGround, resident: string): Promise<FullIdentity> {
  return withActor(ground, systemActor('test'), { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query(
      'select family, birth_date::text as birth, postcode from record.person where resident_id = $1',
      [resident],
    );
    return { by: 'name', family: rows[0].family, birthDate: rows[0].birth, postcode: rows[0].postcode };
  });
}
