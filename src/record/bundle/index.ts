export { type Asked, type Entry, readBundle } from './entries.ts';
export { runTransaction } from './transaction.ts';
