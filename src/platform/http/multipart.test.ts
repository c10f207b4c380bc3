import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { readPosted } from './index.ts';

const LIMITS = { files: 2, fileBytes: 1000 };
const app = new Hono();
for (const [path, limits] of [
  ['/files', LIMITS],
  ['/none', undefined],
] as const)
  app.post(path, async (c) => {
    const read = await readPosted(c, limits);
    if (!read.ok) return c.json({ problem: read.problem.kind }, 400);
    const files = read.value.files.map(({ field, name, bytes }) => [field, name, bytes.length]);
    return c.json({ posted: read.value.posted, files });
  });

type Told = {
  readonly problem?: string;
  readonly posted?: Record<string, unknown>;
  readonly files?: readonly unknown[];
};
/** Sends it in pieces, as a line does; the stream Node makes of a form rejects unheard when the reader stops halfway. */
const send = async (path: string, what: BodyInit, headers: Record<string, string> = {}): Promise<Told> => {
  const whole = new Response(what, { headers });
  const type = whole.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(line) {
      if (at < bytes.length) line.enqueue(bytes.slice(at, at + 16_384));
      else line.close();
      at += 16_384;
    },
  });
  const asked = new Request(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);
  return (await (await app.request(asked)).json()) as Told;
};
const form = (fields: Readonly<Record<string, string>>, files: readonly (readonly [string, number])[] = []) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const [name, size] of files) data.append('files', new Blob(['x'.repeat(size)]), name);
  return data;
};

describe('a form in parts', () => {
  it('gives its fields and its files, by name as they were sent', async () => {
    assert.deepEqual(await send('/files', form({ note: 'dag', kind: 'phone' }, [['één brief.pdf', 12]])), {
      posted: { note: 'dag', kind: 'phone' },
      files: [['files', 'één brief.pdf', 12]],
    });
  });

  it('whose box for files was left empty has no file', async () => {
    const data = form({ note: 'x' });
    data.append('files', new Blob([]), '');
    assert.deepEqual((await send('/files', data)).files, []);
  });

  it('with a file one byte too large tells so by its size; far more than that is not even held', async () => {
    assert.deepEqual((await send('/files', form({}, [['a', 1000]]))).files, [['files', 'a', 1000]]);
    assert.deepEqual((await send('/files', form({}, [['a', 1500]]))).files, [['files', 'a', 1001]]);
    assert.equal((await send('/files', form({}, [['a', 900_000]]))).problem, 'too-large');
  });

  it('with more files or words than it may send is refused', async () => {
    const three = [1, 2, 3].map((n) => [`f${n}`, 5] as const);
    assert.equal((await send('/files', form({}, three))).problem, 'invalid');
    assert.equal((await send('/files', form({ note: 'x'.repeat(200_001) }))).problem, 'too-large');
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`f${n}`, 'x']));
    assert.equal((await send('/files', form(many))).problem, 'invalid');
  });

  it('that takes no files lets them pass by and keeps what was typed', async () => {
    assert.deepEqual(await send('/none', form({ note: 'dag' }, [['a', 5000]])), { posted: { note: 'dag' }, files: [] });
  });

  it('that breaks off, or is none, is told to be sent again', async () => {
    const head = '--b\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf a fi';
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    assert.equal((await send('/files', head, type)).problem, 'invalid');
    assert.equal((await send('/files', 'x', { 'content-type': 'multipart/form-data' })).problem, 'invalid');
    assert.equal((await send('/files', '{}', { 'content-type': 'application/json' })).problem, 'unsupported');
  });
});
