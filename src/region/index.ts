export { MOST_BYTES } from './boundaries/geojson.ts';
export { importBoundaries, removeBoundaries } from './boundaries/keep.ts';
export { type OpenData, openData } from './bring/odata.ts';
export { keepPlan, type PlanChange, supplyNumbers } from './homes/keep.ts';
export { plansOf } from './homes/store.ts';
export { openFigures } from './open-figures.ts';
export { regionRoom } from './room.ts';
export { seedFigures } from './seed.ts';
export { type Order, openSimulator, type Simulator } from './what-if/simulator.ts';
