/**
 * The yardstick of the bench `simulation`: deaths, falls and dementia of people of 65 and over in a plain loop over typed
 * arrays, with a counter-based number for each decision, as the published figures of C, numpy and others measured it
 * (630,000 people × 17 years). Nothing of Omzien is used, so that both can be held beside one another in one run.
 */
export type Plain = { readonly deaths: number; readonly falls: number; readonly dementia: number };

function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The arrays of the loop, made once: what they would leave behind is no memory of the simulation. */
export const roomFor = (people: number) => ({
  age: new Uint8Array(people),
  alive: new Uint8Array(people),
  ill: new Uint8Array(people),
});

export function plainLoop(people: number, years: number, seed: number, room = roomFor(people)): Plain {
  const { age } = room;
  const alive = room.alive.fill(1);
  const ill = room.ill.fill(0);
  for (let i = 0; i < people; i++) age[i] = mix(seed + i) % 90;
  const chance = (of: (age: number) => number) =>
    Uint32Array.from({ length: 130 }, (_, at) => Math.min(4294967295, of(at) * 4294967296));
  const death = chance((at) => 0.00002 * Math.exp(0.1 * at));
  const fall = chance((at) => (at < 65 ? 0 : 0.3 + 0.01 * (at - 65)));
  const dementia = chance((at) => (at < 65 ? 0 : 0.002 * Math.exp(0.12 * (at - 65))));
  let [deaths, falls, cases] = [0, 0, 0];
  for (let year = 0; year < years; year++) {
    const key = mix(seed ^ Math.imul(year + 1, 0x9e3779b9));
    for (let i = 0; i < people; i++) {
      if (alive[i] === 0) continue;
      const at = age[i]!;
      if (at >= 65) {
        const counter = (key + Math.imul(i, 4)) | 0;
        if (mix(counter) < fall[at]!) falls++;
        if (ill[i] === 0 && mix(counter + 1) < dementia[at]!) {
          ill[i] = 1;
          cases++;
        }
        if (mix(counter + 2) < death[at]!) {
          alive[i] = 0;
          deaths++;
        }
      }
      age[i] = at + 1;
    }
  }
  return { deaths, falls, dementia: cases };
}
