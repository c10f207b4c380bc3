import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { loadRegion, type Mistake, regionCheckReport } from './index.ts';

const SHIPPED = join(import.meta.dirname, '../../region/twente');
const copies: string[] = [];
after(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

function copyOfRegion(): string {
  const dir = mkdtempSync(join(tmpdir(), 'omzien-region-'));
  copies.push(dir);
  cpSync(SHIPPED, dir, { recursive: true });
  return dir;
}

type Planted = {
  readonly what: string;
  readonly file: string;
  /** The first text that is replaced; it must be there. */
  readonly from: string | RegExp;
  readonly to: string;
  /** A text that stands on the line the mistake must point at, after planting. */
  readonly points: string;
  /** The file the mistake must point at, when that is another one. */
  readonly shownIn?: string;
  /** The line to point at stands above what was replaced. */
  readonly above?: true;
  /** What the message must say to write instead. */
  readonly says: RegExp;
};

function plant({ file, from, to, points, above, shownIn }: Planted): { readonly dir: string; readonly line: number } {
  const dir = copyOfRegion();
  const before = readFileSync(join(dir, file), 'utf8');
  const text = before.replace(from, () => to);
  assert.ok(text !== before, 'the mistake could be planted');
  writeFileSync(join(dir, file), text);
  const start = typeof from === 'string' ? before.indexOf(from) : before.search(from);
  const shown = shownIn ? readFileSync(join(dir, shownIn), 'utf8') : text;
  const position = shown.indexOf(points, above || shownIn ? 0 : Math.max(0, start - 1));
  assert.ok(position >= 0, 'the line to point at is there');
  return { dir, line: shown.slice(0, position).split('\n').length };
}

const PATHWAY = 'pathways/welzijn-op-recept.yaml';
const BORNE = 'services/borne.yaml';
const PLANTED: readonly Planted[] = [
  {
    what: 'a service of an organisation that is not there',
    file: BORNE,
    from: 'organisation: voorbeeld-beweegpunt-borne',
    to: 'organisation: voorbeeld-beweegpint-borne',
    points: 'organisation: voorbeeld-beweegpint-borne',
    says: /geen organisatie.*Bedoelt u ‘voorbeeld-beweegpunt-borne’/,
  },
  {
    what: 'a service without a domain',
    file: BORNE,
    from: /\n {4}domain: [a-z-]+/,
    to: '',
    points: '  - id:',
    above: true,
    says: /‘domain’ ontbreekt\. Schrijf het domein: care, mental-health/,
  },
  {
    what: 'a service in a domain nobody knows',
    file: BORNE,
    from: /domain: [a-z-]+/,
    to: 'domain: sport',
    points: 'domain: sport',
    says: /Schrijf het domein: care, mental-health/,
  },
  {
    what: 'a service in a postcode of another municipality',
    file: BORNE,
    from: /postcode: "76\d\d"/,
    to: 'postcode: "7511"',
    points: 'postcode: "7511"',
    says: /ligt in ‘enschede’, niet in ‘borne’/,
  },
  {
    what: 'a service in a postcode outside the region',
    file: BORNE,
    from: /postcode: "76\d\d"/,
    to: 'postcode: "1012"',
    points: 'postcode: "1012"',
    says: /staat niet in postcodes\.yaml/,
  },
  {
    what: 'a postcode without quotation marks',
    file: BORNE,
    from: /postcode: "76\d\d"/,
    to: 'postcode: 7622',
    points: 'postcode: 7622',
    says: /tussen aanhalingstekens/,
  },
  {
    what: 'a service that answers a need nobody listed',
    file: BORNE,
    from: 'needs: [',
    to: 'needs: [lonelyness, ',
    points: 'lonelyness',
    says: /geen behoefte.*Bedoelt u ‘loneliness’/,
  },
  {
    what: 'a free service that costs money',
    file: BORNE,
    from: /cost: \{ amount: 0, per: free \}/,
    to: 'cost: { amount: 3, per: free }',
    points: 'cost: { amount: 3, per: free }',
    says: /Gratis is ‘amount: 0’ met ‘per: free’/,
  },
  {
    what: 'a service for people older than its oldest',
    file: BORNE,
    from: /audience: \{ text: [^}]*\}/,
    to: 'audience: { text: Iedereen, minAge: 60, maxAge: 50 }',
    points: 'minAge: 60',
    says: /niet lager is dan ‘minAge’/,
  },
  {
    what: 'a day that does not exist',
    file: BORNE,
    from: /confirmed: \{ on: [\d-]+/,
    to: 'confirmed: { on: 2026-02-30',
    points: '2026-02-30',
    says: /Deze datum bestaat niet/,
  },
  {
    what: 'a misspelt name of a field',
    file: BORNE,
    from: 'wheelchair:',
    to: 'wheelchare:',
    points: 'wheelchare',
    says: /‘wheelchare’ is hier niet bekend/,
  },
  {
    what: 'two organisations with one id',
    file: 'organisations.yaml',
    from: '- id: voorbeeld-welzijn-borne',
    to: '- id: voorbeeld-welzijn-almelo',
    points: '- id: voorbeeld-welzijn-almelo',
    says: /‘voorbeeld-welzijn-almelo’ bestaat al/,
  },
  {
    what: 'a made-up organisation that looks real',
    file: 'organisations.yaml',
    from: 'name: Voorbeeld Welzijn Borne',
    to: 'name: Welzijn Borne',
    points: 'name: Welzijn Borne',
    says: /beginnen met ‘Voorbeeld’/,
  },
  {
    what: 'a practice without a team',
    file: 'ties.yaml',
    from: /\n.*voorbeeldpraktijk-de-linde-borne.*/,
    to: '',
    points: '- id: voorbeeldpraktijk-de-linde-borne',
    shownIn: 'organisations.yaml',
    says: /Praktijk ‘voorbeeldpraktijk-de-linde-borne’ heeft nog geen team/,
  },
  {
    what: 'a practice tied to a team that is not there',
    file: 'ties.yaml',
    from: 'team: voorbeeld-welzijn-borne-team',
    to: 'team: voorbeeld-welzijn-born-team',
    points: 'voorbeeld-welzijn-born-team',
    says: /geen team.*Bedoelt u ‘voorbeeld-welzijn-borne-team’/,
  },
  {
    what: 'a norm without a unit',
    file: PATHWAY,
    from: /\n {4}unit: working-days/,
    to: '',
    points: '- id: answer-referral',
    above: true,
    says: /‘unit’ ontbreekt\. Schrijf de eenheid.*working-days/,
  },
  {
    what: 'a norm without a source',
    file: PATHWAY,
    from: /\n {4}source: set by the region/,
    to: '',
    points: '- id: answer-referral',
    above: true,
    says: /‘source’ ontbreekt\. Schrijf waar deze norm vandaan komt.*set by the region/,
  },
  {
    what: 'a step with a norm that is not there',
    file: PATHWAY,
    from: 'norms: [conversation]',
    to: 'norms: [conversations]',
    points: 'norms: [conversations]',
    says: /geen norm.*Bedoelt u ‘conversation’/,
  },
  {
    what: 'a pathway with a questionnaire that is not there',
    file: PATHWAY,
    from: 'measure: well-being',
    to: 'measure: wellbeing',
    points: 'measure: wellbeing',
    says: /geen vragenlijst.*Bedoelt u ‘well-being’/,
  },
  {
    what: 'a pathway for children',
    file: PATHWAY,
    from: 'minimumAge: 18',
    to: 'minimumAge: 12',
    points: 'minimumAge: 12',
    says: /schrijf 18 of meer/,
  },
  {
    what: 'a pathway that hands over to one that is not there',
    file: PATHWAY,
    from: 'handsOverTo: []',
    to: 'handsOverTo: [valpreventie]',
    points: 'handsOverTo',
    says: /geen ketenaanpak met id ‘valpreventie’/,
  },
  {
    what: 'a role that refers without a legal ground',
    file: PATHWAY,
    from: 'performer: provider',
    to: 'performer: carer',
    points: '- id: second',
    above: true,
    says: /De rol ‘carer’ heeft nog geen grond\. Schrijf die onder ‘grounds’/,
  },
  {
    what: 'a scale without words at its ends',
    file: 'questionnaires/well-being.yaml',
    from: /\n {4}anchors:.*/,
    to: '',
    points: '- linkId: satisfied',
    above: true,
    says: /heeft ‘min’, ‘max’ en ‘anchors’/,
  },
  {
    what: 'a postcode of a municipality that is not there',
    file: 'postcodes.yaml',
    from: "code: '7511', municipality: enschede",
    to: "code: '7511', municipality: enschee",
    points: 'enschee',
    says: /geen gemeente.*Bedoelt u ‘enschede’/,
  },
  {
    what: 'an age group without a figure',
    file: 'population.yaml',
    from: 'men: [1755, ',
    to: 'men: [',
    points: 'men: [1940',
    says: /Schrijf hier 20 getallen/,
  },
  {
    what: 'a year of births that is missing',
    file: 'demography.yaml',
    from: /\n {2}- { year: 2020,.*/,
    to: '',
    points: '{ year: 2021,',
    says: /Na 2019 komt 2020/,
  },
  {
    what: 'a death rate too few',
    file: 'demography.yaml',
    from: 'men: [0.003948, ',
    to: 'men: [',
    points: 'men: [0.00016976',
    says: /Schrijf hier 22 getallen/,
  },
  {
    what: 'a plan to hold a projection beside that is not there',
    file: 'futures.yaml',
    from: 'series: regio-deal-ouderen',
    to: 'series: regio-deal',
    points: 'regio-deal',
    says: /heeft geen reeks ‘regio-deal’/,
  },
  {
    what: 'a growth without the year it begins in',
    file: 'futures.yaml',
    from: /\n {4}growthFrom: 2023/,
    to: '',
    points: 'id: carers-75-regiovisie',
    above: true,
    says: /Schrijf ‘growthFrom’/,
  },
  {
    what: 'a tab where spaces belong',
    file: 'crisis.yaml',
    from: '    name: Veilig Thuis',
    to: '\tname: Veilig Thuis',
    points: '\tname',
    says: /tab|geldige YAML/,
  },
];

describe('a mistake in the region', () => {
  for (const planted of PLANTED) {
    it(`is shown to the programme officer with file, line and what to write: ${planted.what}`, () => {
      const { dir, line } = plant(planted);
      const loaded = loadRegion(dir);
      assert.equal(loaded.ok, false, 'the mistake stops the region');
      const mistakes: readonly Mistake[] = loaded.ok ? [] : loaded.mistakes;
      const fits = mistakes.filter(({ message }) => planted.says.test(message));
      assert.ok(fits.length > 0, JSON.stringify(mistakes, null, 2));
      assert.equal(fits[0]?.file, planted.shownIn ?? planted.file);
      assert.equal(fits[0]?.line, line, JSON.stringify(fits[0]));
    });
  }

  it('names a file that is missing', () => {
    const dir = copyOfRegion();
    rmSync(join(dir, 'needs.yaml'));
    const loaded = loadRegion(dir);
    assert.deepEqual(loaded.ok ? [] : loaded.mistakes.map(({ file }) => file), ['needs.yaml']);
  });

  it('does not hide the next one: all mistakes of all files are in one report', () => {
    const dir = copyOfRegion();
    for (const [file, from, to] of [
      ['crisis.yaml', 'phone: "112"', 'phone: 112'],
      ['holidays.yaml', 'rule: kings-day', 'rule: queens-day'],
    ] as const) {
      const path = join(dir, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    }
    const report = regionCheckReport(dir);
    assert.equal(report.ok, false);
    assert.match(report.text, /^Er zijn 2 fouten gevonden\./);
    assert.match(report.text, /crisis\.yaml:\d+ \(lines\[0\]\.phone\)/);
    assert.match(report.text, /holidays\.yaml:\d+ \(nonWorking\[2\]\.rule\)\n {2}Kies een van deze: new-year/);
  });

  it('shows two services that say the same', () => {
    const dir = copyOfRegion();
    const path = join(dir, BORNE);
    const text = readFileSync(path, 'utf8');
    const [first] = text.match(/ {2}- id: [\s\S]*?(?=\n\n)/) ?? [];
    assert.ok(first);
    writeFileSync(path, `${text}\n${first.replace(/id: \S+/, 'id: twin')}\n`);
    const loaded = loadRegion(dir);
    assert.match(loaded.ok ? '' : (loaded.mistakes[0]?.message ?? ''), /Naam en beschrijving zijn gelijk/);
  });
});
