import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../page-context.tsx';

/** One point: a year, its value, and its 95% interval where there is one. */
export type LinePoint = {
  readonly year: number;
  readonly value: number;
  readonly lower?: number | null;
  readonly upper?: number | null;
};

/** One line with its name at its end. `main` in colour; a `beside` line is what it is compared with, and dashed. */
export type Line = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'main' | 'beside';
  readonly points: readonly LinePoint[];
};

/** Drawn on this ground; as wide as the place allows, up to what reads well. */
const WIDE = 360;
const HIGH = 250;
/** Height of one name in a picture of its own. */
const NAME = 18;
const PLOT = { left: 44, right: 16, top: 14, bottom: 28 } as const;
/** So many lines can be told apart (LOOK). */
export const MOST_LINES = 6;

/**
 * Lines over the years with their names beneath, in the order of their last value, and soft bands for intervals. The
 * figure has a title and says in words what it shows; the page gives the same in a table.
 */
export function LineChart(props: {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly lines: readonly Line[];
  readonly decimals: number;
  /** A picture of its own: the names are drawn in it, as no page stands around it. */
  readonly alone?: boolean | undefined;
}) {
  const language = useLanguage();
  const lines = props.lines.filter(({ points }) => points.length > 0).slice(0, MOST_LINES);
  const all = lines.flatMap(({ points }) => points);
  const years = [...new Set(all.map(({ year }) => year))].toSorted((a, b) => a - b);
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 1];
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([PLOT.left, WIDE - PLOT.right]);
  const lowest = Math.min(0, ...all.map((point) => point.lower ?? point.value));
  const highest = Math.max(...all.map((point) => point.upper ?? point.value), lowest + 1e-9);
  const y = scaleLinear()
    .domain([lowest, highest])
    .nice(4)
    .range([HIGH - PLOT.bottom, PLOT.top]);
  const draw = line<LinePoint>()
    .x((point) => x(point.year))
    .y((point) => y(point.value));
  const band = area<LinePoint>()
    .x((point) => x(point.year))
    .y0((point) => y(point.lower ?? point.value))
    .y1((point) => y(point.upper ?? point.value));
  return (
    <figure className="omzien-lines">
      <svg
        viewBox={props.alone ? `0 0 ${WIDE} ${HIGH + lines.length * NAME}` : `0 0 ${WIDE} ${HIGH}`}
        role="img"
        aria-labelledby={`${props.id}-title ${props.id}-description`}
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc id={`${props.id}-description`}>{props.description}</desc>
        {y.ticks(4).map((tick) => (
          <g key={tick} className="omzien-lines__rule">
            <line x1={PLOT.left} x2={WIDE - PLOT.right} y1={y(tick)} y2={y(tick)} />
            <text x={PLOT.left - 6} y={y(tick)} dy="0.35em" textAnchor="end">
              {formatNumber(tick, props.decimals, language)}
            </text>
          </g>
        ))}
        {labelledYears(years, x).map((year) => (
          <text
            key={year}
            className="omzien-lines__year"
            x={x(year)}
            y={HIGH - 8}
            textAnchor={anchorOf(year, first, last)}
          >
            {year}
          </text>
        ))}
        {lines.map(({ key, kind, points }, index) => (
          <g key={key} className={`omzien-lines__line omzien-lines__line--${kind} omzien-lines__line--${index + 1}`}>
            {points.some((point) => point.lower != null) ? (
              <path className="omzien-lines__band" d={band(points) ?? ''} />
            ) : null}
            <path className="omzien-lines__path" d={draw(points) ?? ''} />
            {points.map((point) => (
              <g key={point.year} transform={`translate(${x(point.year)} ${y(point.value)})`}>
                <Mark index={index} />
              </g>
            ))}
          </g>
        ))}
        {props.alone
          ? lines.map(({ key, kind, label }, index) => (
              <g
                key={key}
                className={`omzien-lines__line omzien-lines__line--${kind} omzien-lines__line--${index + 1}`}
                transform={`translate(16 ${HIGH + 4 + index * NAME})`}
              >
                <path className="omzien-lines__path" d="M-14 0H14" />
                <Mark index={index} />
                <text x="22" dy="0.35em">
                  {label}
                </text>
              </g>
            ))
          : null}
      </svg>
      <ul className="omzien-lines__names">
        {lines.map(({ key, kind, label }, index) => (
          <li key={key} className={`omzien-lines__line omzien-lines__line--${kind} omzien-lines__line--${index + 1}`}>
            <svg viewBox="-14 -7 28 14" aria-hidden="true" focusable="false">
              <path className="omzien-lines__path" d="M-14 0H14" />
              <Mark index={index} />
            </svg>
            <span className="omzien-lines__label">{label}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Each line has a mark of its own, so that colour is never all that tells them apart. */
function Mark(props: { readonly index: number }) {
  const shapes = [
    <circle key="0" r="4.5" />,
    <rect key="1" x="-4" y="-4" width="8" height="8" />,
    <path key="2" d="M0 -5.5L5 4H-5Z" />,
    <path key="3" d="M0 -5.5L5.5 0L0 5.5L-5.5 0Z" />,
    <path key="4" d="M0 5.5L5 -4H-5Z" />,
    <circle key="5" r="3" />,
  ];
  return shapes[props.index % shapes.length];
}

/** The first and last year always, those between where there is room. */
function labelledYears(years: readonly number[], x: (year: number) => number): readonly number[] {
  const kept: number[] = [];
  for (const year of years) if (kept.length === 0 || x(year) - x(kept.at(-1)!) >= 48) kept.push(year);
  const last = years.at(-1);
  if (last !== undefined && kept.at(-1) !== last) kept[kept.length - 1] = last;
  return kept;
}

const anchorOf = (year: number, first: number, last: number) =>
  first === last ? 'middle' : year === first ? 'start' : year === last ? 'end' : 'middle';
