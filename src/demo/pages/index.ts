export { personaPage } from './people.tsx';
export { type DemoParts, demoRoom } from './room.ts';
