export * from './answers.ts';
export * from './form.ts';
export * from './paths.ts';
export * from './person.ts';
export * from './views.tsx';
export * from './words.ts';
