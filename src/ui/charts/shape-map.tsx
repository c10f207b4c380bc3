import { MapFigure, type MapProps, type Tile } from './tile-map.tsx';

/** One area with its boundary, as SVG draws it. */
export type Shape = Omit<Tile, 'column' | 'row'> & {
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number };
};

/** A map with boundaries. Each area is a link that says its name and figure; the same list stands beside it. */
export function ShapeMap(
  props: MapProps & { readonly shapes: readonly Shape[]; readonly width: number; readonly height: number },
) {
  return (
    <MapFigure {...props} viewBox={`-2 -2 ${props.width + 4} ${props.height + 4}`}>
      {props.shapes.map((shape) => (
        <a key={shape.key} href={shape.href} aria-label={`${shape.name}: ${shape.shown}`}>
          <g
            className={`omzien-tiles__tile omzien-tiles__tile--${shape.level ?? 'none'}${shape.current ? ' omzien-tiles__tile--current' : ''}`}
          >
            <path d={shape.path} />
            <text
              x={shape.label.x}
              y={shape.label.y}
              textAnchor="middle"
              className="omzien-tiles__value omzien-tiles__value--shape"
            >
              {shape.shown}
            </text>
          </g>
        </a>
      ))}
    </MapFigure>
  );
}
