export { many, type Posted, type PostedFile, text } from '../platform/http/index.ts';
export { problemJson } from './answers.ts';
export type { Arrived } from './arrival.ts';
export { LAUNCHED_PATH, type LaunchHere } from './launch.ts';
export type { WebParts } from './parts.ts';
export { TOKEN_PATH } from './token.ts';
export type {
  Answer,
  ApiAsk,
  Ask,
  FormAsk,
  Gate,
  Glance,
  Kit,
  RoomEvent,
  WebContext,
  WebEnv,
  WebRoom,
} from './types.ts';
export { createWeb, type Web } from './web.tsx';
export { roleLabel } from './words.ts';
