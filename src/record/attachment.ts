import { isBsn, type Resource } from '../fhir/index.ts';
import { type CheckedFile, checkFile, type FileCheck } from '../platform/files/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  authorOf,
  type Decision,
  type Door,
  endOfLocalDay,
  localDate,
  newResourceId,
  Refusal,
  type Result,
  residentOf,
  sealBytes,
  startOfLocalDay,
  type Trx,
  unsealBytes,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { lineOf, maySee } from './read.ts';
import { loadHistory } from './store.ts';

/** Files that may be added to one resident's record in one day, by everybody together. */
export const ATTACHMENTS_A_DAY = 10;

/** A FHIR Attachment that leads to bytes kept here. */
export type Content = {
  readonly contentType: string;
  readonly url: string;
  readonly size: number;
  readonly title: string;
  readonly creation: string;
};

/** A file that is going to be kept, with the id it will have and how its holder names it. */
export type Planned = { readonly id: string; readonly file: CheckedFile; readonly content: Content };

/** Looks at a file as it was sent: its kind by content, and no BSN in its name. */
export const checkAttachment = (file: { readonly name: string; readonly bytes: Uint8Array }): Promise<FileCheck> =>
  checkFile(file, isBsn);

/** Gives files their ids, so that the entry that holds them can name them before it is written. */
export function planAttachments(
  ground: RecordGround,
  resident: string,
  files: readonly CheckedFile[],
): readonly Planned[] {
  return files.map((file) => {
    const id = newResourceId(resident, ground.clock);
    const content = {
      contentType: file.type,
      url: `Binary/${id}`,
      size: file.bytes.length,
      title: file.name,
      creation: ground.clock.now().toISOString(),
    };
    return { id, file, content };
  });
}

/** The ids of the attachments that an entry names in its payload. */
export function attachmentsIn(resource: Resource): readonly (Content & { readonly id: string })[] {
  const payload = (resource.payload ?? []) as readonly { readonly contentAttachment?: Content }[];
  return payload.flatMap(({ contentAttachment: content }) => {
    const id = /^Binary\/([0-9a-z-]+)$/.exec(content?.url ?? '')?.[1];
    return content && id ? [{ ...content, id }] : [];
  });
}

/**
 * Keeps files with an entry that was written in the same transaction: sealed, and guarded as the entry is. Refuses what
 * is more than a day's worth for one resident; acts on one resident follow one another, so the count holds.
 */
export async function keepAttachments(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly holder: { readonly type: string; readonly id: string };
    readonly files: readonly Planned[];
    readonly purpose: string;
    readonly ground: string;
  },
  door: Door,
): Promise<void> {
  if (what.files.length === 0) return;
  const at = ground.clock.now();
  const { rows } = await trx.query<{ n: number }>(
    'select count(*)::int as n from record.attachment where resident_id = $1 and at >= $2 and at < $3',
    [what.resident, startOfLocalDay(localDate(at)), endOfLocalDay(localDate(at))],
  );
  if ((rows[0]?.n ?? 0) + what.files.length > ATTACHMENTS_A_DAY) throw new Refusal(TOO_MANY);
  for (const { id, file } of what.files) {
    const { rowCount } = await trx.query(
      `insert into record.attachment (resident_id, id, holder_type, holder_id, at, name, media_type, bytes, sealed, facet, categories, parties, author, by_name)
       select $1, $2, type, id, $5, $6, $7, $8, $9, facet, categories, parties, $10, $11
       from record.resource where resident_id = $1 and type = $3 and id = $4`,
      [
        what.resident,
        id,
        what.holder.type,
        what.holder.id,
        at,
        file.name,
        file.type,
        file.bytes.length,
        sealBytes(ground.keys, file.bytes, `Binary/${id}`),
        authorOf(actor),
        actor.name,
      ],
    );
    if (rowCount !== 1) throw new Refusal(ABSENT);
    await auditInside(trx, ground.clock, {
      actor,
      action: 'created',
      allowed: true,
      resident: what.resident,
      subjectType: 'Binary',
      subjectId: id,
      purpose: what.purpose,
      ground: what.ground,
      ...door,
    });
  }
}

const TOO_MANY_TEXT = {
  nl: `Op één dag kunnen er hooguit ${ATTACHMENTS_A_DAY} bijlagen bij. Doe het morgen, of voeg ze samen in één PDF.`,
  en: `At most ${ATTACHMENTS_A_DAY} attachments can be added in one day. Do it tomorrow, or join them in one PDF.`,
};
const TOO_MANY = {
  kind: 'unprocessable',
  text: TOO_MANY_TEXT,
  at: [{ place: 'files', text: TOO_MANY_TEXT }],
} as const;

/** Guards the files of an entry as the entry itself is guarded now; entered in error, they are gone for everybody. */
export async function followHolder(
  trx: Trx,
  holder: { readonly resident: string; readonly type: string; readonly id: string; readonly at: Date },
  wrong: boolean,
): Promise<void> {
  await trx.query({
    name: 'follow-holder',
    text: `update record.attachment a set facet = r.facet, categories = r.categories, parties = r.parties,
             hidden_at = case when $5 then coalesce(a.hidden_at, $4) else a.hidden_at end
           from record.resource r where r.resident_id = $1 and r.type = $2 and r.id = $3
             and a.resident_id = r.resident_id and a.holder_type = r.type and a.holder_id = r.id`,
    values: [holder.resident, holder.type, holder.id, holder.at, wrong],
  });
}

/** Hides one file that was added by mistake; its holder stays. False where it is not there. */
export async function hideAttachment(
  ground: RecordGround,
  trx: Trx,
  resident: string,
  id: string,
  holder: string,
): Promise<boolean> {
  const { rowCount } = await trx.query(
    'update record.attachment set hidden_at = $4 where resident_id = $1 and id = $2 and holder_id = $3 and hidden_at is null',
    [resident, id, holder, ground.clock.now()],
  );
  return rowCount === 1;
}

/** A file as it was kept. */
export type OpenedAttachment = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly holder: string;
  readonly bytes: Uint8Array;
};

type Row = {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly holder_type: string;
  readonly holder_id: string;
  readonly sealed: Buffer;
  readonly facet: string;
  readonly categories: string[];
  readonly parties: string[];
};

/**
 * Opens one file: both locks on the file and on the entry that holds it. Denied, hidden and absent are the same; the
 * audit line is durable before this resolves.
 */
export async function openAttachment(
  ground: RecordGround,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<OpenedAttachment>> {
  const resident = residentOf(id);
  if (!resident || id === resident) return { ok: false, problem: ABSENT };
  const read = await withActor(
    ground,
    actor,
    actor.role === 'system' ? { kind: 'region' } : { kind: 'resident', resident },
    async (trx, seenBy): Promise<{ readonly row?: Row; readonly decision?: Decision }> => {
      const seen = seenBy[resident];
      const { rows } = await trx.query<Row>(
        `select id, name, media_type, holder_type, holder_id, sealed, facet, categories, parties
         from record.attachment where resident_id = $1 and id = $2 and hidden_at is null`,
        [resident, id],
      );
      const row = rows[0];
      if (!row) return {};
      // Of a relation that has ended, some version of the entry must have been received.
      const holder = (await loadHistory(trx, resident, row.holder_type, row.holder_id)).find(
        (version) => !version.deleted && maySee(ground, actor, version, seen).allow,
      );
      return { row, ...(holder ? { decision: maySee(ground, actor, row, seen) } : {}) };
    },
  );
  const { row, decision } = read;
  await ground.audit.write(lineOf(actor, 'opened', 'Binary', id, resident, decision, door));
  if (!row || !decision?.allow) return { ok: false, problem: ABSENT };
  return {
    ok: true,
    value: {
      id,
      name: row.name,
      type: row.media_type,
      holder: `${row.holder_type}/${row.holder_id}`,
      bytes: unsealBytes(ground.keys, row.sealed, `Binary/${id}`),
    },
  };
}
