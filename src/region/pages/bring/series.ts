import { createHash } from 'node:crypto';
import { type Indicator, SERIES_KINDS } from '../../../content/index.ts';
import { dateOfParts, readDateParts } from '../../../ui/index.ts';
import { type Posted, text } from '../../../web/index.ts';
import type { About } from '../../model/brought.ts';
import type { bringWords } from './words.ts';

type Mistakes = ReturnType<typeof bringWords>['mistakes'];
export type SeriesForm =
  | { readonly ok: true; readonly value: { readonly series: string; readonly about: About } }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The choice of a source that is not there yet. */
export const NEW = '+';
const LONGEST = 600;

/** Reads to which source figures belong: one that is there, with a newer date; or a new one, described. */
export function readSeries(posted: Posted, indicator: Indicator, words: Mistakes): SeriesForm {
  const errors: Record<string, string> = {};
  const wrong = (field: string, mistake: string) => {
    errors[field] ??= mistake;
  };
  const chosen = text(posted, 'series');
  const old = indicator.series.find(({ id }) => id === chosen);
  if (!old && chosen !== NEW) wrong('series', words.series);
  const date = dateOfParts(readDateParts(posted, 'date'));
  if (date === undefined) wrong('date', words.date);
  for (const field of ['source', 'definition', 'caveat', 'differ', 'url'])
    if (text(posted, field).length > LONGEST) wrong(field, words.long);
  if (old && date !== undefined && Object.keys(errors).length === 0) {
    const { name, kind, source, definition, url, licence, method, caveat } = old;
    const about = { name, kind, source, definition, url, licence, method, caveat, date };
    return { ok: true, value: { series: old.id, about: about as About } };
  }
  const name = text(posted, 'name');
  const kind = SERIES_KINDS.find((one) => one === text(posted, 'kind'));
  const url = text(posted, 'url');
  if (!old && chosen === NEW) {
    if (name.length < 3 || name.length > 60) wrong('name', words.name);
    if (!kind) wrong('kind', words.kind);
    if (text(posted, 'source').length < 3) wrong('source', words.source);
    if (url !== '' && !/^https:\/\/\S+$/.test(url)) wrong('url', words.url);
    if (text(posted, 'definition').length < 3) wrong('definition', words.definition);
    // Where sources contradict each other a reader sees why (decision 50).
    if (indicator.series.length > 0 && text(posted, 'differ').length < 10) wrong('differ', words.differ);
  }
  if (Object.keys(errors).length > 0 || !kind || date === undefined) return { ok: false, errors };
  const optional = (field: string) => {
    const typed = text(posted, field);
    return typed === '' ? {} : { [field]: typed };
  };
  return {
    ok: true,
    value: {
      series: slugOf(name),
      about: {
        name,
        kind,
        source: text(posted, 'source'),
        date,
        definition: text(posted, 'definition'),
        ...optional('url'),
        ...optional('licence'),
        ...optional('caveat'),
        ...optional('differ'),
      } as About,
    },
  };
}

/** An id for a source from its name: letters and digits; the rest by a piece of its fingerprint, so that two names never meet. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${plain || 'bron'}-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}
