import type { ReactNode } from 'react';

/** One tile: an area, where it stands on the grid (from 1), and its class (1 low – 5 high; undefined: no figure). */
export type Tile = {
  readonly key: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
  readonly shown: string;
  readonly level: 1 | 2 | 3 | 4 | 5 | undefined;
  readonly href: string;
  readonly current?: boolean;
};

const SIDE = 72;

/** What every map of the region has: what it is, and the classes from low to high, in words, and how they were made. */
export type MapProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly legend: readonly { readonly level: 1 | 2 | 3 | 4 | 5; readonly label: string }[];
  readonly legendNote: string;
  /** A picture of its own: the legend is drawn in it and nothing is a link, as no page stands around it. */
  readonly alone?: boolean | undefined;
};

/** The ground of a map in its own units. */
type Box = { readonly left: number; readonly top: number; readonly wide: number; readonly high: number };

/** A map in which every area is as large as the others: small places are seen as well. Each tile is a link. */
export function TileMap(props: MapProps & { readonly tiles: readonly Tile[] }) {
  const wide = Math.max(1, ...props.tiles.map(({ column }) => column)) * SIDE;
  const high = Math.max(1, ...props.tiles.map(({ row }) => row)) * SIDE;
  return (
    <MapFigure {...props} box={{ left: 0, top: 0, wide, high }}>
      {props.tiles.map((tile) => (
        <Place key={tile.key} area={tile} alone={props.alone}>
          <g
            className={`omzien-tiles__tile omzien-tiles__tile--${tile.level ?? 'none'}${tile.current ? ' omzien-tiles__tile--current' : ''}`}
            transform={`translate(${(tile.column - 1) * SIDE} ${(tile.row - 1) * SIDE})`}
          >
            <rect x="2" y="2" width={SIDE - 4} height={SIDE - 4} rx="6" />
            {linesOf(tile.name).map((line, index, lines) => (
              <text
                key={line}
                x={SIDE / 2}
                y={34 - lines.length * 7 + index * 13}
                textAnchor="middle"
                className="omzien-tiles__name"
              >
                {`${line} `}
              </text>
            ))}
            <text x={SIDE / 2} y={SIDE - 16} textAnchor="middle" className="omzien-tiles__value">
              {tile.shown}
            </text>
          </g>
        </Place>
      ))}
    </MapFigure>
  );
}

/** One area on a map: a link, but not in a picture of its own. `label`: where what is drawn does not name it. */
export function Place(props: {
  readonly area: Pick<Tile, 'href'>;
  readonly alone: boolean | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  if (props.alone) return props.children;
  return (
    <a href={props.area.href} aria-label={props.label}>
      {props.children}
    </a>
  );
}

/** As wide as a grid of five tiles: so wide a drawing has letters of the size that was meant. */
const MEANT = 5 * SIDE;
const CLASS = 20;

/** The frame of a map: its title and description, what is drawn, and the legend. */
export function MapFigure(props: MapProps & { readonly box: Box; readonly children: ReactNode }) {
  const { left, top, wide, high } = props.box;
  const scale = wide / MEANT;
  const below = props.alone ? (CLASS * (props.legend.length + 1) + 6) * scale : 0;
  return (
    <figure className="omzien-tiles">
      <svg
        viewBox={`${left} ${top} ${wide} ${high + below}`}
        aria-labelledby={`${props.id}-title ${props.id}-description`}
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc id={`${props.id}-description`}>{props.description}</desc>
        {props.children}
        {props.alone ? <Classes {...props} scale={scale} /> : null}
      </svg>
      <figcaption>
        <ul className="omzien-tiles__legend">
          {props.legend.map(({ level, label }) => (
            <li key={level}>
              <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={`omzien-tiles__tile--${level}`}>
                <rect width="16" height="16" rx="3" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
        <p className="omzien-soft">{props.legendNote}</p>
      </figcaption>
    </figure>
  );
}

/** What a picture of its own has under the map: the classes, and how they were made. */
function Classes({ legend, legendNote, box, scale }: MapProps & { readonly box: Box; readonly scale: number }) {
  return (
    <g transform={`translate(${box.left} ${box.top + box.high}) scale(${scale})`}>
      {legend.map(({ level, label }, index) => (
        <g key={level} className="omzien-tiles__class" transform={`translate(0 ${8 + index * CLASS})`}>
          <g className={`omzien-tiles__tile--${level}`}>
            <rect width="14" height="14" rx="3" />
          </g>
          <text x="22" y="11">
            {label}
          </text>
        </g>
      ))}
      <text y={19 + legend.length * CLASS} className="omzien-lines__credit">
        {legendNote}
      </text>
    </g>
  );
}

/** A name of several words over two lines, as a tile is narrow. */
function linesOf(name: string): readonly string[] {
  if (name.length <= 10) return [name];
  const parts = name.split(/(?<=-)|\s/);
  if (parts.length === 1) return [name];
  const half = Math.ceil(parts.length / 2);
  const join = (some: readonly string[]) => some.join(' ').replace(/- /g, '-');
  return [join(parts.slice(0, half)), join(parts.slice(half))];
}
