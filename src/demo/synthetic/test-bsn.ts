import { isBsn } from '../../fhir/index.ts';

/** The range of BSNs that is given to nobody and kept for tests. */
const FIRST = 999_900_000;
const LAST = 999_999_999;

let all: readonly string[] | undefined;

/** Every BSN of the test range that passes the eleven test, in order (about 9,090). */
export function testBsns(): readonly string[] {
  all ??= Array.from({ length: LAST - FIRST + 1 }, (_, index) => String(FIRST + index)).filter(isBsn);
  return all;
}

/** So many of them, from the first on, are kept for the residents among the personas. */
export const KEPT_FOR_PERSONAS = 10;

/** The BSN of synthetic resident `number` (from 0), as far as the range goes; beyond it there is none. */
export function testBsn(number: number): string | undefined {
  return testBsns()[KEPT_FOR_PERSONAS + number];
}
