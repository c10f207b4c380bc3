import type { Trx } from '../../platform/index.ts';

/** Letters, waiting or sent, lose their address: the team writes it on the envelope itself, after asking for it. */
export async function hideOnLetters(trx: Trx, resident: string): Promise<void> {
  await trx.query(
    `update platform.message set recipient = split_part(recipient, E'\\n', 1)
     where resident_id = $1 and kind = 'letter' and recipient_kind = 'resident'`,
    [resident],
  );
}
