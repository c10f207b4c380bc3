export * from './candidates.ts';
export * from './proposal.ts';
export * from './request.ts';
export * from './service-fit.ts';
export * from './transitions.ts';
