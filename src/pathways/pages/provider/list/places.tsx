import { DataTable, defineWords, useLanguage } from '../../../../ui/index.ts';
import type { Fullness } from '../../../places.ts';

const words = defineWords({
  nl: {
    title: 'Plekken',
    columns: { service: 'Aanbod', places: 'Plekken', taken: 'Bezet', free: 'Vrij', waiting: 'Wachtlijst' },
  },
  en: {
    title: 'Places',
    columns: { service: 'Service', places: 'Places', taken: 'Taken', free: 'Free', waiting: 'Waiting list' },
  },
});

/** How full one service is, by its name. */
export type PlacesRow = Fullness & { readonly name: string };

/** How full each service with a number of places is, and how many wait; nothing where none has a number. */
export function PlacesTable(props: { readonly places: readonly PlacesRow[] }) {
  const { title, columns } = words(useLanguage());
  const rows = props.places.filter((one) => one.places !== null);
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={(row) => row.service}
      columns={[
        { key: 'service', header: columns.service, cell: (row) => row.name },
        { key: 'places', header: columns.places, numeric: true, cell: (row) => row.places },
        { key: 'taken', header: columns.taken, numeric: true, cell: (row) => row.taken },
        { key: 'free', header: columns.free, numeric: true, cell: (row) => row.free },
        { key: 'waiting', header: columns.waiting, numeric: true, cell: (row) => row.waiting },
      ]}
    />
  );
}
