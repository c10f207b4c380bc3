/** What one value of a number or quantity search asks: how to compare, and from where to where. */
export type AskedNumber = { readonly prefix: string; readonly from: number; readonly to: number };

/**
 * Reads `lt5.4`. Without a prefix a number stands for all that it would be rounded from: 5.40 from 5.395 to 5.405; with
 * one it is exact (R4 3.1.1.4.6). `ap` is a tenth to either side. Undefined for what is no number.
 */
export function readNumber(value: string): AskedNumber | undefined {
  const [, prefix = 'eq', written = ''] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.+)$/.exec(value.trim()) ?? [];
  if (!/^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(written)) return undefined;
  const number = Number(written);
  if (prefix === 'eq' || prefix === 'ne') {
    const [mantissa = '', exponent = '0'] = written.split(/[eE]/);
    const half = 0.5 * 10 ** (Number(exponent) - (mantissa.split('.')[1] ?? '').length);
    return { prefix, from: number - half, to: number + half };
  }
  const wider = prefix === 'ap' ? Math.abs(number) / 10 : 0;
  return { prefix, from: number - wider, to: number + wider };
}
