import { inSameTransaction, type Trx } from '../../platform/index.ts';
import { insertTogether } from '../bulk-statements.ts';

/** A transaction that keeps first versions back, and what sends the rest of them. */
export type Together = { readonly trx: Trx; readonly send: () => Promise<void> };

/**
 * The same open transaction, in which first versions wait for one another and are written in one statement. Anything else
 * that is asked goes after what waited, so that every rule finds what it would have found one by one.
 */
export function together(trx: Trx): Together {
  let waiting: Asked[] = [];
  let open = true;
  const send = async (): Promise<void> => {
    const [all, one] = [waiting, waiting[0]];
    waiting = [];
    if (all.length > 1)
      await insertTogether(
        trx,
        all.map(({ values }) => values ?? []),
      );
    else if (one) await trx.query(one as never);
  };
  const query = async (asked: Asked, values?: unknown) => {
    if (open && asked.name === 'insert-whole') {
      waiting.push(asked);
      return { rows: [], rowCount: 1 };
    }
    await send();
    return trx.query(asked as never, values as never);
  };
  return {
    trx: inSameTransaction(trx, { query } as unknown as Trx),
    send: async () => {
      open = false;
      await send();
    },
  };
}

type Asked = { readonly name?: string; readonly text?: string; readonly values?: readonly unknown[] };
