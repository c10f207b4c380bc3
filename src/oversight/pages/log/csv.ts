import { NOBODY } from '../../../platform/index.ts';
import type { LogRow } from '../../../record/index.ts';

const HEAD = [
  'at',
  'person',
  'name',
  'role',
  'organisation',
  'action',
  'allowed',
  'subject',
  'resident',
  'purpose',
  'ground',
  'door',
  'place',
  'detail',
  'id',
];

/**
 * Lines of the log as CSV (RFC 4180): commas, quotes doubled, CRLF. A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front.
 */
export function csvOf(lines: readonly LogRow[]): string {
  const rows = lines.map((line) => [
    line.at.toISOString(),
    line.person,
    line.person_name,
    line.role,
    line.organisation,
    line.action,
    line.allowed ? 'yes' : 'no',
    line.subject_type,
    line.resident_id === NOBODY ? '' : line.resident_id,
    line.purpose,
    line.ground,
    line.door,
    line.place ?? '',
    line.detail ?? '',
    line.id,
  ]);
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
