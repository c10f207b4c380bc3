import type { ReactNode } from 'react';
import { useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

// Cards (display: block at narrow widths) undo a table's own roles in some screen readers; written out, they stay.
const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A column: its head, and what it shows of a row. */
export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures: right-aligned, tabular. */
  readonly numeric?: boolean;
  /** This cell names the row (default: the first column). */
  readonly names?: boolean;
  /** Never breaks its line at wide screens. */
  readonly keepTogether?: boolean;
};

/**
 * A table with a caption, a head that stays in sight and rows that become cards where there is little room.
 * `action` fills a last column: the next thing to do with a row.
 */
export function DataTable<Row>(props: {
  readonly caption: ReactNode;
  /** The caption is there for screen readers only, because a heading above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly action?: (row: Row) => ReactNode;
  readonly actionHeader?: string;
  /** What is said when there are no rows. */
  readonly empty?: ReactNode;
  /** A row that asks for attention gets a mark at its side; say why in a cell too. */
  readonly attention?: (row: Row) => boolean;
  /** Every column but the first holds a short figure: many of them stand beside each other. */
  readonly figures?: boolean;
  /** Columns of the same width in every such table: they stand in line beneath each other. */
  readonly aligned?: boolean;
}) {
  const words = useWords();
  const naming = props.columns.find((column) => column.names)?.key ?? props.columns[0]?.key;
  const actionHeader = props.actionHeader ?? words.actions;
  const count = props.columns.length + (props.action ? 1 : 0);
  const size = count <= 3 ? 'few' : count <= 5 ? 'some' : props.figures ? 'figures' : count <= 7 ? 'many' : 'most';
  return (
    <div
      className={classNames(
        'utrecht-table-container',
        `omzien-table--${size}`,
        props.aligned && 'omzien-table--aligned',
      )}
    >
      <table className="utrecht-table" {...role.table}>
        <caption className={classNames('utrecht-table__caption', props.captionHidden && 'omzien-hidden')}>
          {props.caption}
        </caption>
        <thead className="utrecht-table__header" {...role.rowgroup}>
          <tr className="utrecht-table__row" {...role.row}>
            {props.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...role.columnheader}
                className={classNames(
                  'utrecht-table__header-cell',
                  column.numeric && 'utrecht-table__header-cell--numeric-column',
                )}
              >
                {column.header}
              </th>
            ))}
            {props.action ? (
              <th scope="col" {...role.columnheader} className="utrecht-table__header-cell omzien-table__action">
                {actionHeader}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="utrecht-table__body" {...role.rowgroup}>
          {props.rows.length === 0 ? (
            <tr className="utrecht-table__row" {...role.row}>
              <td className="utrecht-table__cell omzien-table__empty" {...role.cell} colSpan={count}>
                {props.empty ?? words.noRows}
              </td>
            </tr>
          ) : null}
          {props.rows.map((row) => (
            <tr
              key={props.rowKey(row)}
              {...role.row}
              className={classNames('utrecht-table__row', props.attention?.(row) && 'omzien-table__row--attention')}
            >
              {props.columns.map((column) => {
                const className = classNames(
                  'utrecht-table__cell',
                  column.numeric && 'utrecht-table__cell--numeric-column',
                  column.keepTogether && 'omzien-table__cell--together',
                );
                return column.key === naming ? (
                  <th key={column.key} scope="row" {...role.rowheader} className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...role.cell} className={className} data-label={column.header}>
                    <div className="omzien-table__value">{column.cell(row)}</div>
                  </td>
                );
              })}
              {props.action ? (
                <td {...role.cell} className="utrecht-table__cell omzien-table__action">
                  {props.action(row)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
