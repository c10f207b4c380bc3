export { directoryShelf, putRegional } from './shelf.ts';
