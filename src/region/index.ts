export { type Order, openSimulator, type Simulator } from './what-if/simulator.ts';
