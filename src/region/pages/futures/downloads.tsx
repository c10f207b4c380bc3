import { ABSENT, type Actor } from '../../../platform/index.ts';
import { AGES, cell, SEXES } from '../../../simulation/index.ts';
import { chartPicture } from '../../../ui/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { SUBJECTS, type Subject } from '../../futures/subjects.ts';
import type { MonitorHouse } from '../house.ts';
import { csvAnswer, OPEN_DATA, type PictureKind, pictureAnswer } from '../take-along.ts';
import { around, type FutureRead, readFuture, readSubject } from './handler.ts';
import { FutureChart } from './parts.tsx';
import { VARIANT_SLUGS } from './present.ts';
import { citationOf } from './subject.tsx';
import { futureWords } from './words.ts';

/** The names of the columns, the same in every language: programs read them. */
const HEAD = ['area', 'variant', 'totals', 'figure', 'line', 'year', 'value', 'lower', 'upper'];
const DIGITS = 4;

function fieldsOf({ choice, ahead }: FutureRead, subjects: readonly Subject[]): readonly (readonly string[])[] {
  const totals = choice.toPlans ? 'plans' : 'own';
  return subjects.flatMap((subject) =>
    ahead
      .linesOf(subject.figure)
      .flatMap(({ key, points }) =>
        points.map(({ year, value, lower, upper }) => [
          choice.area,
          choice.variant,
          totals,
          subject.figure,
          key,
          String(year),
          ...[value, lower, upper].map((number) => String(Number(number.toFixed(DIGITS)))),
        ]),
      ),
  );
}

function jsonOf(read: FutureRead, subjects: readonly Subject[], ask: Ask<Actor | undefined>): Response {
  const words = futureWords(ask.context.lang);
  const { region, choice, ahead, beside } = read;
  const plain = (number: number) => Number(number.toFixed(DIGITS));
  return Response.json(
    {
      area: choice.area,
      variant: choice.variant,
      totals: choice.toPlans ? 'plans' : 'own',
      band: words.bandSays,
      method: Object.values(words.method),
      sources: [region.population.source, ...region.demography.sources],
      figures: subjects.map((subject) => ({
        id: subject.figure,
        title: words.titles[subject.figure],
        definition: words.definitions[subject.figure],
        unit: subject.unit,
        lines: ahead.linesOf(subject.figure).map(({ key, points }) => ({
          id: key,
          points: points.map(({ year, value, lower, upper }) => ({
            year,
            value: plain(value),
            lower: plain(lower),
            upper: plain(upper),
          })),
        })),
        plans: beside
          .filter(({ figure }) => figure === subject.figure)
          .map(({ series, year, plan, own, growthFrom, differ }) => ({
            source: series.source,
            year,
            growthFrom,
            plan,
            own: plain(own.value),
            differ,
          })),
      })),
    },
    { headers: OPEN_DATA },
  );
}

/** GET /regiobeeld/vooruit.csv and .json — every figure of one area and way, by year. */
export function downloadFuture(house: MonitorHouse, ask: Ask<Actor | undefined>, kind: 'csv' | 'json'): Answer {
  const read = readFuture(house, ask);
  if (!read) return { problem: ABSENT };
  if (kind === 'json') return jsonOf(read, SUBJECTS, ask);
  return csvAnswer(nameOf(read, 'vooruit'), [HEAD, ...fieldsOf(read, SUBJECTS)]);
}

/** The ways to take a figure along. */
export type DownloadKind = 'csv' | 'json' | PictureKind;

/** GET /regiobeeld/vooruit/:figure.csv, .json, .png and .svg */
export function downloadSubject(
  house: MonitorHouse,
  ask: Ask<Actor | undefined>,
  slug: string,
  kind: DownloadKind,
): Answer | Promise<Answer> {
  if (slug === 'inwoners-per-leeftijd' && kind === 'csv') return downloadPeople(house, ask);
  const found = readSubject(house, ask, slug);
  if (!found) return { problem: ABSENT };
  const { read, subject } = found;
  if (kind === 'json') return jsonOf(read, [subject], ask);
  if (kind === 'csv') return csvAnswer(nameOf(read, slug), [HEAD, ...fieldsOf(read, [subject])]);
  const chart = <FutureChart read={read} subject={subject} lang={ask.context.lang} alone />;
  const credit = citationOf(read, subject, ask.context.lang, around(house, read, subject));
  return pictureAnswer(nameOf(read, slug), chartPicture(ask.context, chart, credit), kind);
}

/** Residents by year, sex and single age. */
function downloadPeople(house: MonitorHouse, ask: Ask<Actor | undefined>): Answer {
  const read = readFuture(house, ask);
  if (!read) return { problem: ABSENT };
  const { ahead, choice } = read;
  const lines = ahead.years.flatMap((year) => {
    const people = ahead.peopleIn(year);
    return SEXES.flatMap((sex, which) =>
      Array.from({ length: AGES }, (_, age) => [
        choice.area,
        choice.variant,
        String(year),
        sex,
        age === AGES - 1 ? `${age}+` : String(age),
        String(Number(people[cell(which, age)]!.toFixed(1))),
      ]),
    );
  });
  return csvAnswer(nameOf(read, 'inwoners-per-leeftijd'), [
    ['area', 'variant', 'year', 'sex', 'age', 'residents'],
    ...lines,
  ]);
}

const nameOf = ({ choice }: FutureRead, what: string): string =>
  `${what}-${choice.area}-${VARIANT_SLUGS[choice.variant]}${choice.toPlans ? '-plannen' : ''}`;
