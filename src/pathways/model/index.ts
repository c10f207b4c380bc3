export * from './candidates.ts';
export * from './request.ts';
export * from './transitions.ts';
