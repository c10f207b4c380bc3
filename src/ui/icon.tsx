import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The kept set: every icon the pages use, by our name, with the Tabler drawing behind it. */
export const iconDrawings = {
  add: 'plus',
  'arrow-left': 'arrow-left',
  'arrow-right': 'arrow-right',
  calendar: 'calendar',
  care: 'stethoscope',
  change: 'pencil',
  check: 'check',
  chevron: 'chevron-right',
  clock: 'clock',
  close: 'x',
  done: 'circle-check',
  error: 'alert-circle',
  eye: 'eye',
  filter: 'filter',
  goal: 'target',
  help: 'lifebuoy',
  home: 'home',
  income: 'coins',
  info: 'info-circle',
  language: 'language',
  letter: 'file-text',
  list: 'list',
  living: 'building-community',
  lock: 'lock',
  mail: 'mail',
  map: 'map',
  meeting: 'users',
  mind: 'mood-smile',
  pause: 'player-pause',
  person: 'user',
  phone: 'phone',
  pin: 'map-pin',
  print: 'printer',
  safe: 'shield-check',
  search: 'search',
  send: 'send',
  together: 'heart-handshake',
  waiting: 'hourglass',
  walk: 'walk',
  warning: 'alert-triangle',
} as const;

/** Name of a kept icon. */
export type IconName = keyof typeof iconDrawings;

const require = createRequire(import.meta.url);
const paths = new Map<IconName, readonly string[]>();

function drawing(name: IconName): readonly string[] {
  const known = paths.get(name);
  if (known) return known;
  const svg = readFileSync(require.resolve(`@tabler/icons/outline/${iconDrawings[name]}.svg`), 'utf8');
  const strokes = [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1] ?? '');
  paths.set(name, strokes);
  return strokes;
}

/** A line icon beside words, in the colour of the text. It says nothing by itself: hidden for screen readers. */
export function Icon(props: { readonly name: IconName; readonly size?: 'normal' | 'large' }) {
  return (
    <svg
      className={props.size === 'large' ? 'utrecht-icon omzien-icon--large' : 'utrecht-icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawing(props.name).map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
