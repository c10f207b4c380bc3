import type { Colleague } from '../../../directory/index.ts';
import { Alert, kept, SelectField, useLanguage } from '../../../ui/index.ts';
import { type Posted, text } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { type Takers, teamsWithCases } from '../../service/staff.ts';
import type { Shown } from '../shared/index.ts';
import { adminWords } from './words.ts';

/** One team in which somebody has open cases, and who could take them over. */
export type Covered = {
  readonly team: string;
  readonly name: string;
  readonly others: readonly { readonly person: string; readonly name: string }[];
};

type Other = { readonly person: string; readonly name: string; readonly services: readonly string[] };

/** The teams of these that have open cases in somebody's name, with who may take over there. */
export async function coveredTeams(
  ground: PathwayGround,
  colleague: Colleague,
  of: {
    readonly teams: readonly string[];
    readonly others: readonly Other[];
    readonly nameOf: (reference: string) => string;
  },
): Promise<readonly Covered[]> {
  const held = await teamsWithCases(ground, colleague.person, of.teams);
  return held.map((team) => ({
    team,
    name: of.nameOf(team),
    others: of.others.filter((one) => one.services.includes(team)),
  }));
}

const field = (index: number) => `cover-${index + 1}`;

/** Asks for each of these teams who takes the cases over. */
export function TakerFields(props: { readonly covered: readonly Covered[]; readonly form: Shown }) {
  const words = adminWords(useLanguage());
  return props.covered.map((one, index) =>
    one.others.length === 0 ? (
      <Alert key={one.team} tone="warning">
        {words.nobodyElse({ team: one.name })}
      </Alert>
    ) : (
      <SelectField
        key={one.team}
        {...kept(props.form, field(index))}
        label={words.takerOf({ team: one.name })}
        help={words.takerHelp}
        empty={words.chooseColleague}
        width="half"
        options={one.others.map(({ person, name }) => ({ value: person, label: name }))}
      />
    ),
  );
}

/** Reads who takes over where. */
export function readTakers(posted: Posted, covered: readonly Covered[]): Takers {
  return Object.fromEntries(
    covered.flatMap(({ team }, index) => {
      const person = text(posted, field(index));
      return person ? [[team, person]] : [];
    }),
  );
}

/** The fields that were left empty, with what is said of them. */
export function missingTakers(
  posted: Posted,
  covered: readonly Covered[],
  words: { readonly takerMissing: string },
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    covered.flatMap((_, index) => (text(posted, field(index)) ? [] : [[field(index), words.takerMissing]])),
  );
}
