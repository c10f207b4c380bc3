import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { isBsn } from '../../fhir/index.ts';
import { checkFile, cleanName, MOST_FILE_BYTES } from './index.ts';

const text = (words: string): Uint8Array => Buffer.from(words, 'utf8');
const latin = (words: string): Buffer => Buffer.from(words, 'latin1');
const check = (bytes: Uint8Array, name = 'bestand') => checkFile({ name, bytes }, isBsn);
const refusalOf = async (bytes: Uint8Array, name?: string) => {
  const checked = await check(bytes, name);
  return checked.ok ? 'taken' : checked.refusal;
};
const taken = async (bytes: Uint8Array, name?: string) => {
  const checked = await check(bytes, name);
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.value;
};

const segment = (marker: number, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** A JPEG of this size with an EXIF segment that holds a place, a comment, and something behind its end. */
function photo(options: { readonly turned?: number; readonly width?: number; readonly height?: number } = {}): Buffer {
  const { turned = 1, width = 4, height = 3 } = options;
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*\0\0\0\x08\0\x01', 'latin1');
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turned, 18);
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin('JFIF\0\x01\x02\0\0\x01\0\x01\0\0')),
    segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff, latin('GPS 52.2215N 6.8937E')])),
    segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Jansen</x:xmpmeta>')),
    segment(0xfe, latin('made by Jansen')),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    latin('a film behind the picture'),
  ]);
}

const chunk = (name: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([latin(name), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, sum]);
};
function drawing(width = 2, height = 2): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('tEXt', latin('Author\0Jansen')),
    chunk('eXIf', latin('GPS 52.2215N')),
    chunk('IDAT', deflateSync(Buffer.alloc(14))),
    chunk('IEND', Buffer.alloc(0)),
    latin('<script>behind the end</script>'),
  ]);
}

const pdf = (inside = '', trailer = ''): Buffer =>
  latin(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${inside}\ntrailer << /Root 1 0 R ${trailer} >>\n%%EOF\n`,
  );
const packed = (words: string): string => {
  const body = deflateSync(latin(words));
  return `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body.toString('latin1')}\nendstream\nendobj`;
};

describe('a file that somebody sends', () => {
  it('is what its content says, whatever its name says', async () => {
    assert.equal((await taken(pdf(), 'verslag.docx')).type, 'application/pdf');
    assert.equal((await taken(pdf(), 'verslag.docx')).name, 'verslag.pdf');
    assert.equal((await taken(photo(), 'IMG_1.png')).name, 'IMG_1.jpg');
    assert.equal((await taken(text('Dag mevrouw,\ntot dinsdag.\n'), 'brief.pdf')).type, 'text/plain');
  });

  it('is refused where it is a page, a drawing with code, a program, an archive, or nothing', async () => {
    assert.equal(await refusalOf(text('<!doctype html><script>alert(1)</script>'), 'a.txt'), 'text-markup');
    assert.equal(await refusalOf(text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png'), 'text-markup');
    assert.equal(await refusalOf(latin('MZ\x90\0\x03\0\0\0')), 'kind');
    assert.equal(await refusalOf(latin('PK\x03\x04\x14\0\0\0\0\0')), 'kind');
    assert.equal(await refusalOf(latin('GIF89a\x01\0\x01\0')), 'kind');
    assert.equal(await refusalOf(Buffer.alloc(0)), 'empty');
  });

  it('is refused where it is more than may be, and taken where it is just that', async () => {
    assert.equal(await refusalOf(Buffer.alloc(MOST_FILE_BYTES + 1, 'a')), 'too-large');
    assert.equal(await refusalOf(Buffer.alloc(MOST_FILE_BYTES, 'a')), 'taken');
  });

  it('has no BSN in its name', async () => {
    for (const name of ['123456782.pdf', 'verslag 1234.56.782 dd.pdf', 'scan-123-456-782.pdf', '0123456782.pdf'])
      assert.equal(await refusalOf(pdf(), name), 'name-bsn', name);
    for (const name of ['20261126.pdf', 'verslag 123456789.pdf', 'IMG_4071.jpg'])
      assert.equal(await refusalOf(pdf(), name), 'taken', name);
  });

  it('gets a name that shows as it is, of whatever was typed', () => {
    assert.equal(cleanName('../../etc/passwd', 'text/plain'), 'passwd.txt');
    assert.equal(cleanName('C:\\Documenten\\Verslag thuis.PDF', 'application/pdf'), 'Verslag thuis.pdf');
    assert.equal(cleanName('foto\u202egpj.exe', 'image/jpeg'), 'foto gpj.jpg');
    assert.equal(cleanName('...', 'image/png'), 'bijlage.png');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanName(name, 'application/pdf');
        assert.match(clean, /^[^.\s/\\"<>|\p{Cc}\p{Bidi_Control}][^/\\"<>|\p{Cc}\p{Bidi_Control}]*\.pdf$/u);
        assert.ok([...clean].length <= 84);
      }),
    );
  });
});

describe('a photo', () => {
  it('loses where it was made and by whom, and whatever stood behind its end', async () => {
    const kept = latin(Buffer.from((await taken(photo())).bytes).toString('latin1')).toString('latin1');
    for (const secret of ['GPS', 'Jansen', 'Exif', 'xmp', 'film']) assert.ok(!kept.includes(secret), secret);
    assert.ok(kept.endsWith('\xff\xd9'));
    assert.ok(kept.includes('\x12\xff\x00\x34\xff\xd0\x56'), 'what makes the picture stays');
  });

  it('keeps which way up it was held', async () => {
    const { bytes } = await taken(photo({ turned: 6 }));
    const kept = Buffer.from(bytes).toString('latin1');
    assert.ok(!kept.includes('GPS'));
    assert.equal(kept.charCodeAt(kept.indexOf('Exif') + 6 + 19), 6);
    assert.deepEqual(
      Buffer.from((await taken(bytes)).bytes),
      Buffer.from(bytes),
      'cleaned once more it stays the same',
    );
  });

  it('with more pixels than a machine can show is refused', async () => {
    assert.equal(await refusalOf(photo({ width: 60_000, height: 60_000 })), 'too-many-pixels');
    assert.equal(await refusalOf(drawing(20_001, 1)), 'too-many-pixels');
  });

  it('that breaks off is refused, wherever it breaks', async () => {
    const whole = photo();
    const end = whole.indexOf(latin('a film'));
    for (let cut = 20; cut < end - 1; cut += 7) assert.notEqual(await refusalOf(whole.subarray(0, cut)), 'taken');
  });

  it('as PNG loses its texts too', async () => {
    const kept = Buffer.from((await taken(drawing())).bytes).toString('latin1');
    for (const secret of ['Jansen', 'GPS', 'script']) assert.ok(!kept.includes(secret), secret);
    assert.ok(kept.includes('IDAT'));
  });
});

describe('a PDF', () => {
  it('that runs or carries something is refused, also where that is hidden', async () => {
    for (const inside of [
      '3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj',
      '3 0 obj << /S /J#61vaScript /JS (app.alert(1)) >> endobj',
      '3 0 obj << /S /Launch /F (cmd.exe) >> endobj',
      '3 0 obj << /Type /EmbeddedFile >> stream\nx\nendstream endobj',
      packed('7 0 << /S /JavaScript /JS (app.alert(1)) >>'),
    ])
      assert.equal(await refusalOf(pdf(inside)), 'pdf-active', inside.slice(0, 40));
  });

  it('that is locked, or broken off, is refused', async () => {
    assert.equal(await refusalOf(pdf('', '/Encrypt 9 0 R')), 'pdf-locked');
    assert.equal(await refusalOf(pdf().subarray(0, 60)), 'damaged');
    assert.equal(await refusalOf(pdf(packed('x').replace('FlateDecode', 'LZWDecode'))), 'damaged');
  });

  it('with ordinary pages, packed or not, is taken as it is', async () => {
    const whole = pdf(packed('7 0 << /Type /Page /Contents 8 0 R >>'));
    assert.deepEqual(Buffer.from((await taken(whole)).bytes), whole);
  });
});
