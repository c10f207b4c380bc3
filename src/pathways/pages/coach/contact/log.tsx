import { DataTable, Link, LinkButton, Section, Status, useLanguage } from '../../../../ui/index.ts';
import { FileLinks, paths } from '../../shared/index.ts';
import type { ContactRow } from '../case/presenter.ts';
import { logWords } from './log-words.ts';

/** Every attempt to reach the resident, with its files; a mistake says that it was one. `open`: it may be corrected. */
export function ContactLog(props: {
  readonly rows: readonly ContactRow[];
  readonly caseId: string;
  readonly open: boolean;
}) {
  const words = logWords(useLanguage());
  const { columns } = words;
  return (
    <Section title={words.title}>
      {props.rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          rows={props.rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'when', header: columns.when, cell: (row) => row.when, keepTogether: true },
            {
              key: 'outcome',
              header: columns.outcome,
              cell: (row) =>
                row.wrong === undefined ? (
                  `${row.how}: ${row.outcome.toLowerCase()}`
                ) : (
                  <Status tone="neutral">{words.wrong({ reason: row.wrong })}</Status>
                ),
            },
            {
              key: 'note',
              header: columns.note,
              cell: (row) => (
                <>
                  {row.note}
                  <FileLinks files={row.files} />
                </>
              ),
            },
            { key: 'who', header: columns.who, cell: (row) => row.who },
          ]}
          {...(props.open
            ? {
                actionHeader: columns.correct,
                action: (row: ContactRow) =>
                  row.wrong === undefined && !row.fixed ? (
                    <LinkButton
                      small
                      kind="subtle"
                      href={paths.case(props.caseId, `contact/${row.key}/herstel`)}
                      about={words.correctAbout({ when: row.when })}
                    >
                      {words.correct}
                    </LinkButton>
                  ) : null,
              }
            : {})}
        />
      )}
      {props.open ? (
        <p>
          <Link href={paths.case(props.caseId, 'contact')}>{words.add}</Link>
        </p>
      ) : null}
    </Section>
  );
}
