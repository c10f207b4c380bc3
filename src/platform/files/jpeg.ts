/** What is left of a JPEG, or why it is not taken. */
export type CleanImage =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false };

const DAMAGED: CleanImage = { ok: false };
/** Markers that stand alone, without a length (ITU T.81, table B.1). */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Start of frame: baseline to lossless; not DHT (c4), JPG (c8) and DAC (cc). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Takes out of a JPEG what tells where, when and with what it was made: EXIF with its GPS, XMP, IPTC, comments, previews
 * and whatever stands behind the end. Which way up it was held is kept. Pixels are not touched.
 */
export function cleanJpeg(bytes: Uint8Array): CleanImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return DAMAGED;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let turned = 1;
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return DAMAGED;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return DAMAGED;
    if (marker === 0xe1 && turned === 1) turned = orientationIn(bytes.subarray(at + 4, end));
    if (isFrame(marker) && length >= 8) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (isKept(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      const scan = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, scan));
      at = scan;
    }
  }
  if (!size || bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) return DAMAGED;
  if (turned !== 1) kept.splice(1, 0, orientationOnly(turned));
  return { ok: true, bytes: Buffer.concat([...kept, Uint8Array.of(0xff, 0xd9)]), ...size };
}

/** Needed to show the picture: tables, frames, scans, JFIF, the colour profile, Adobe's word on colours. */
function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe0 || marker === 0xee) return true;
  if (marker === 0xe2) return Buffer.from(body.subarray(0, 11)).toString('latin1') === 'ICC_PROFILE';
  return !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe;
}

/** Where coded data ends: at a marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return bytes.length;
}

/** Tag 0x0112 of the first directory (EXIF 2.32, 4.6.4): 1 to 8; 1 where there is none. */
function orientationIn(body: Uint8Array): number {
  if (body.length < 20 || Buffer.from(body.subarray(0, 4)).toString('latin1') !== 'Exif') return 1;
  const tiff = new DataView(body.buffer, body.byteOffset + 6, body.byteLength - 6);
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(first, little);
  for (let n = 0; n < count; n++) {
    const entry = first + 2 + n * 12;
    if (entry + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(entry, little) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF segment with which way up and nothing else. */
function orientationOnly(turned: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}
