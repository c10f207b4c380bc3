import { AGES, cell } from '../population/ages.ts';
import { APPROACHES } from './approaches.ts';
import { CURVES } from './curves.ts';
import { RISKS } from './risks.ts';
import type { Curve, Parameter, Value } from './types.ts';
import { PRICES, USE } from './use.ts';

export type { Basis, Curve, Parameter, Value, Words } from './types.ts';

/** Everything the model takes from elsewhere: one table, each with its range and its source or why it is assumed. */
export const PARAMETERS = { ...CURVES, ...RISKS, ...USE, ...PRICES, ...APPROACHES } as const satisfies Readonly<
  Record<string, Parameter>
>;
export type ParameterId = keyof typeof PARAMETERS;
export type CurveId = keyof typeof CURVES;
export type ValueId = Exclude<ParameterId, CurveId>;
export const PARAMETER_IDS = Object.keys(PARAMETERS) as readonly ParameterId[];

/** Of which kind a parameter is: it shapes who gets what (`lives`), what they use or what an approach does, or a price. */
export function kindOf(id: ParameterId): 'lives' | 'use' | 'price' {
  if (id in CURVES || id in RISKS) return 'lives';
  return (id in PRICES && id !== 'householdHelp') || id.endsWith('Cost') ? 'price' : 'use';
}

/** How many standard errors each parameter lies from its middle; 0 where it is not named. */
export type Draw = Readonly<Partial<Record<ParameterId, number>>>;

/** The numbers to work with: a value, or a curve at exact age + ½ by sex and age (`AGES * 2`). */
export type Numbers = { readonly of: (id: ValueId) => number; readonly by: (id: CurveId) => Float64Array };

/** Numbers of a draw: 0 standard errors is the value itself; −1.96 and 1.96 are the ends of its range. */
export function numbers(draw: Draw = {}): Numbers {
  const values = new Map<string, number>();
  const curves = new Map<string, Float64Array>();
  for (const id of PARAMETER_IDS) {
    const parameter: Parameter = PARAMETERS[id];
    const factor = factorOf(parameter, draw[id] ?? 0);
    if (parameter.kind === 'value') values.set(id, parameter.value * factor);
    else curves.set(id, drawn(parameter, factor));
  }
  return { of: (id) => values.get(id)!, by: (id) => curves.get(id)! };
}

const HALF = 1.959963984540054;

/** Each side of the middle has its own width, on the logarithm: the value is the median and the range is met. */
function factorOf(parameter: Value | Curve, errors: number): number {
  const middle = parameter.kind === 'value' ? parameter.value : 1;
  const end = errors < 0 ? parameter.range[0] : parameter.range[1];
  return errors === 0 ? 1 : (end / middle) ** (Math.abs(errors) / HALF);
}

function drawn({ ages, men, women }: Curve, factor: number): Float64Array {
  const made = new Float64Array(AGES * 2);
  for (const [sex, values] of [men, women].entries())
    for (let age = 0; age < AGES; age++)
      made[cell(sex, age)] = Math.min(0.98, straight(ages, values, age + 0.5) * factor);
  return made;
}

/** The straight line between points, level outside them. */
function straight(xs: readonly number[], ys: readonly number[], x: number): number {
  const next = xs.findIndex((at) => at >= x);
  if (next === 0) return ys[0]!;
  if (next < 0) return ys.at(-1)!;
  const part = (x - xs[next - 1]!) / (xs[next]! - xs[next - 1]!);
  return ys[next - 1]! + part * (ys[next]! - ys[next - 1]!);
}
