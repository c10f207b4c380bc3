// The door of the room. Everything a page is made of is in parts.ts; the page of all components uses those same parts.
export * from './parts.ts';
export { uiShowcase } from './showcase/index.tsx';
