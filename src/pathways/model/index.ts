export * from './candidates.ts';
export * from './measures.ts';
export * from './proposal.ts';
export * from './questionnaire.ts';
export * from './request.ts';
export * from './service-fit.ts';
export * from './transitions.ts';
