import type { Service } from '../../content/index.ts';
import type { Actor, Ground, Trx } from '../../platform/index.ts';
import type { Edits } from '../model/index.ts';

/** A service as its provider keeps it. */
export type OwnService = {
  readonly service: Service;
  /** The version of its HealthcareService: a form that was made with another one is too late. */
  readonly version: number;
};

type Row = { readonly detail: Service; readonly edited: Edits | null; readonly version: number };

const READ = `select s.detail, s.edited, r.version from directory.service s
  join directory.resource r on r.type = 'HealthcareService' and r.id = s.id and not r.deleted
  where s.active and s.id = any ($1)`;

/** The ids of the services that this actor works for. */
export function ownServiceIds(actor: Actor): readonly string[] {
  return actor.services
    .filter((reference) => reference.startsWith('HealthcareService/'))
    .map((reference) => reference.slice('HealthcareService/'.length));
}

/** The services that this actor works for, by name. */
export async function ownServices(ground: Pick<Ground, 'pool'>, actor: Actor): Promise<readonly OwnService[]> {
  const { rows } = await ground.pool.query<Row>(`${READ} order by s.name, s.id`, [ownServiceIds(actor)]);
  return rows.map(({ detail, version }) => ({ service: detail, version }));
}

/** One service as it stands now; locked until the transaction ends. */
export async function lockService(trx: Trx, id: string): Promise<Row | undefined> {
  const { rows } = await trx.query<Row>(`${READ} for update`, [[id]]);
  return rows[0];
}

/** What people changed, by service. */
export async function editedServices(pool: Trx): Promise<ReadonlyMap<string, Edits>> {
  const { rows } = await pool.query<{ id: string; edited: Edits }>(
    'select id, edited from directory.service where edited is not null order by id',
  );
  return new Map(rows.map(({ id, edited }) => [id, edited]));
}

/** The same, locked until the transaction ends. */
export async function keptEdits(trx: Trx): Promise<ReadonlyMap<string, Edits>> {
  const { rows } = await trx.query<{ id: string; edited: Edits }>(
    'select id, edited from directory.service where edited is not null order by id for update',
  );
  return new Map(rows.map(({ id, edited }) => [id, edited]));
}

/** The services that answer one of these needs, as they are kept now; `others`: how many answer none. */
export type Answering = { readonly services: readonly Service[]; readonly others: number };

/** Reads what matching chooses from: always as the providers keep it, not as the content once said. */
export async function servicesAnswering(trx: Trx, needs: readonly string[]): Promise<Answering> {
  const { rows } = await trx.query<{ services: readonly Service[] | null; others: number }>({
    name: 'directory-answering',
    text: `select (select jsonb_agg(detail order by id) from directory.service where active and needs && $1::text[]) as services,
      (select count(*)::int from directory.service where active and not needs && $1::text[]) as others`,
    values: [needs],
  });
  return { services: rows[0]?.services ?? [], others: rows[0]?.others ?? 0 };
}
