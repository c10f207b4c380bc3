import type { CleanImage } from './jpeg.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that a picture needs (PNG, third edition, 11); texts, times, EXIF and unknown ones are left out. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'];

/** Takes out of a PNG what tells about its making, and whatever stands behind its end. */
export function cleanPng(bytes: Uint8Array): CleanImage {
  if (bytes.length < 33 || !SIGNATURE.equals(bytes.subarray(0, 8))) return { ok: false };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [SIGNATURE];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (end > bytes.length || (at === 8 && name !== 'IHDR')) return { ok: false };
    if (KEPT.includes(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND')
      return { ok: true, bytes: Buffer.concat(kept), width: view.getUint32(16), height: view.getUint32(20) };
    at = end;
  }
  return { ok: false };
}
