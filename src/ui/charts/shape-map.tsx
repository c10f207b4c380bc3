import { MapFigure, type MapProps, Place, type Tile } from './tile-map.tsx';

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
    <MapFigure {...props} box={{ left: -2, top: -2, wide: props.width + 4, high: props.height + 4 }}>
      {props.shapes.map((shape) => (
        <Place key={shape.key} area={shape} alone={props.alone} label={`${shape.name}: ${shape.shown}`}>
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
        </Place>
      ))}
    </MapFigure>
  );
}
