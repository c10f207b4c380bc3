import { DataTable, formatNumber, type Language } from '../../../../ui/index.ts';
import type { ExperienceFigure } from '../../../figures/experience.ts';
import type { Question } from '../../../model/index.ts';
import { ownFigureWords } from './words.ts';

/** How people found the help of one team: by question how many gave which answer, and the mean with its margin. */
export function Experience(props: {
  readonly figures: readonly ExperienceFigure[];
  readonly team: string;
  readonly questions: ReadonlyMap<string, Question>;
  readonly lang: Language;
}) {
  const { figures, questions, lang } = props;
  const { experience: words, hidden } = ownFigureWords(lang);
  if (figures.length === 0) return null;
  const options = questions.get(figures[0]!.question)?.options ?? [];
  const one = (value: number) => formatNumber(value, 1, lang);
  return (
    <>
      <h3>{words.title}</h3>
      {figures.every(({ people }) => people === null) ? (
        <p>{words.few}</p>
      ) : (
        <>
          <DataTable
            caption={words.caption({ team: props.team })}
            rows={figures}
            rowKey={(row) => row.question}
            columns={[
              { key: 'question', header: words.question, cell: (row) => questions.get(row.question)?.text ?? '' },
              { key: 'people', header: words.people, numeric: true, cell: (row) => row.people ?? hidden },
              {
                key: 'mean',
                header: words.mean,
                numeric: true,
                cell: ({ mean }) =>
                  mean
                    ? words.between({ value: one(mean.value), lower: one(mean.lower), upper: one(mean.upper) })
                    : hidden,
              },
              ...options.map(({ code, label }) => ({
                key: code,
                header: label,
                numeric: true,
                cell: (row: ExperienceFigure) => row.answers.find((answer) => answer.code === code)?.count ?? hidden,
              })),
            ]}
          />
          <p>{words.note}</p>
        </>
      )}
    </>
  );
}
