import { SANDBOXED } from '../../../../platform/http/index.ts';
import { openAttachment } from '../../../../record/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';

/** Where one attachment is fetched. */
export const attachmentPath = (id: string): string => `/bijlage/${id}`;

/** GET /bijlage/:id: the file, to keep, never to show inside a page of ours. Whoever may read its entry may read it. */
export async function fetchAttachment(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const opened = await openAttachment(ground, ask.actor, ask.param('id'), ask.door);
  if (!opened.ok) return { problem: opened.problem };
  const { name, type, bytes } = opened.value;
  return ask.c.body(Buffer.from(bytes), 200, {
    'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    // RFC 6266: a plain name for who reads no other, and the whole one.
    'content-disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': SANDBOXED,
    'cache-control': 'no-store',
  });
}
