/** Business time. Whoever needs to know "now" is handed a clock; only the demo and tests move it. */
export type Clock = { readonly now: () => Date };

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

export type FixedClock = Clock & {
  /** Moves the clock on by so many milliseconds. Time never runs back: throws RangeError when negative. */
  readonly advance: (milliseconds: number) => void;
  /** Moves the clock to a later instant (ISO 8601). Throws RangeError when that lies in the past or is no instant. */
  readonly moveTo: (iso: string) => void;
};

/** A clock that stands still until it is moved. `iso` is an ISO 8601 instant; throws RangeError when it is not one. */
export function fixedClock(iso: string): FixedClock {
  let at = instant(iso);
  const moveTo = (to: number): void => {
    if (!(to >= at)) throw new RangeError('A clock does not run back.');
    at = to;
  };
  return {
    now: () => new Date(at),
    advance: (milliseconds) => moveTo(at + milliseconds),
    moveTo: (to) => moveTo(instant(to)),
  };
}

/** A clock that runs like `base`, so many milliseconds ahead; asked at every reading (the demo keeps it in a row). */
export function offsetClock(base: Clock, getOffsetMs: () => number): Clock {
  return { now: () => new Date(base.now().getTime() + getOffsetMs()) };
}

function instant(iso: string): number {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new RangeError(`Not an instant: ${iso}`);
  return at;
}
