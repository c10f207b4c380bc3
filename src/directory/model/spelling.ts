/** How many letters may be wrong in a word of this length. */
export function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/**
 * How many letters two words differ: put in, left out, replaced, or two neighbours changed about (optimal string
 * alignment). Stops counting above `most` and gives `most + 1`.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, back[j]! + 1, back[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, twoBack[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    twoBack = back;
    back = row;
  }
  return back[b.length]!;
}

/** Finds the known word that somebody meant. */
export type Speller = (word: string) => string | undefined;

/**
 * A speller over these words, likeliest first: of two that are equally near, the earlier is meant. Every word is kept
 * under what remains of it when letters are left out, so a look-up costs the same for many words as for few.
 */
export function createSpeller(words: Iterable<string>): Speller {
  const order = new Map<string, number>();
  const remains = new Map<string, string[]>();
  for (const word of words) {
    if (order.has(word) || word.length < 4) continue;
    order.set(word, order.size);
    for (const rest of restsOf(word, allowance(word.length))) {
      const there = remains.get(rest);
      if (there) there.push(word);
      else remains.set(rest, [word]);
    }
  }
  return (word) => {
    if (order.has(word)) return word;
    const most = allowance(word.length);
    if (most === 0) return undefined;
    let best: string | undefined;
    let bestKey = Number.POSITIVE_INFINITY;
    for (const rest of restsOf(word, most))
      for (const known of remains.get(rest) ?? []) {
        const apart = lettersApart(word, known, Math.min(most, allowance(known.length)));
        if (apart > most || apart > allowance(known.length)) continue;
        // People seldom get the first letter wrong.
        const key = apart * 2_000_000 + (word[0] === known[0] ? 0 : 1_000_000) + order.get(known)!;
        if (key < bestKey) [best, bestKey] = [known, key];
      }
    return best;
  };
}

function restsOf(word: string, most: number): ReadonlySet<string> {
  const all = new Set([word]);
  let layer = [word];
  for (let left = 0; left < most; left++) {
    const next: string[] = [];
    for (const one of layer)
      for (let at = 0; at < one.length; at++) {
        const rest = one.slice(0, at) + one.slice(at + 1);
        if (!all.has(rest)) {
          all.add(rest);
          next.push(rest);
        }
      }
    layer = next;
  }
  return all;
}
