import { useId } from 'react';
import { DataTable } from '../components/data-table.tsx';
import { formatNumber } from '../format.ts';
import { useLanguage, useWords } from '../page-context.tsx';
import { axisAngle, coordinate, type Point, pointOnAxis, shapePath } from './spider-geometry.ts';

/** One axis of the web. `short` is written in the drawing (a space may become a line break). */
export type SpiderAxis = {
  readonly key: string;
  readonly label: string;
  readonly short?: string;
  /** 0–10; absent when it was not answered. */
  readonly now?: number | undefined;
  readonly before?: number | undefined;
};

const size = { width: 400, height: 340 };
const centre: Point = { x: 200, y: 168 };
const radius = 100;
const max = 10;

function lines(label: string): readonly string[] {
  if (label.length <= 12) return [label];
  const words = label.split(' ');
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')].filter((line) => line !== '');
}

function AxisLabel(props: { readonly axis: SpiderAxis; readonly index: number; readonly count: number }) {
  const angle = axisAngle(props.index, props.count);
  const away = pointOnAxis(centre, radius + 27, props, max, max);
  const side = Math.cos(angle);
  const anchor = side > 0.3 ? 'start' : side < -0.3 ? 'end' : 'middle';
  const text = lines(props.axis.short ?? props.axis.label);
  const lift =
    Math.sin(angle) < -0.9 ? -(text.length - 1) * 17 : Math.sin(angle) > 0.9 ? 10 : 5 - (text.length - 1) * 8;
  return (
    <text className="omzien-spider__label" x={coordinate(away.x)} y={coordinate(away.y + lift)} textAnchor={anchor}>
      {text.map((line, index) => (
        <tspan key={line} x={coordinate(away.x)} dy={index === 0 ? 0 : 17}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function pointsOf(values: readonly (number | undefined)[]): readonly (Point | undefined)[] {
  const count = values.length;
  return values.map((value, index) =>
    value === undefined ? undefined : pointOnAxis(centre, radius, { index, count }, value, max),
  );
}

/** Where the number of a point stands: outwards; the smaller of two inwards, or aside when it is near the centre. */
function besidePoint(angle: number, value: number, other: number | undefined): Point {
  const away = 15;
  const outwards = { x: Math.cos(angle) * away, y: Math.sin(angle) * away };
  if (other === undefined || value >= other) return outwards;
  if (value >= 2.5) return { x: -outwards.x, y: -outwards.y };
  return { x: -outwards.y, y: outwards.x };
}

function Shape(props: {
  readonly values: readonly (number | undefined)[];
  readonly name: 'now' | 'before';
  readonly others?: readonly (number | undefined)[];
}) {
  const count = props.values.length;
  const language = useLanguage();
  const points = pointsOf(props.values);
  return (
    <g className={`omzien-spider__shape omzien-spider__shape--${props.name}`}>
      <path className="omzien-spider__area" d={shapePath(points)} />
      {points.map((point, index) => {
        const value = props.values[index];
        if (!point || value === undefined) return null;
        const angle = axisAngle(index, count);
        const beside = besidePoint(angle, value, props.others?.[index]);
        return (
          <g key={angle}>
            <circle cx={coordinate(point.x)} cy={coordinate(point.y)} r="4" />
            {props.name === 'before' && props.others?.[index] === value ? null : (
              <text x={coordinate(point.x + beside.x)} y={coordinate(point.y + beside.y + 5)} textAnchor="middle">
                {formatNumber(value, 1, language)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/**
 * The web of (six) dimensions, 0–10 each: one shape for now, and at most one for before, with values at the points
 * and the same figures in a table beneath.
 */
export function SpiderChart(props: {
  readonly title: string;
  readonly axes: readonly SpiderAxis[];
  /** Names of the two shapes, such as "5 maart" and "2 juni". */
  readonly nowLabel?: string;
  readonly beforeLabel?: string;
}) {
  const words = useWords();
  const language = useLanguage();
  const id = `web${useId()}`;
  const nowLabel = props.nowLabel ?? words.charts.now;
  const beforeLabel = props.beforeLabel ?? words.charts.before;
  const hasBefore = props.axes.some((axis) => axis.before !== undefined);
  const now = props.axes.map((axis) => axis.now);
  const before = props.axes.map((axis) => axis.before);
  const count = props.axes.length;
  const figure = (value: number | undefined): string =>
    value === undefined ? words.charts.unknown : formatNumber(value, 1, language);
  const description = props.axes
    .map((axis) =>
      hasBefore
        ? `${axis.label}: ${beforeLabel} ${figure(axis.before)}, ${nowLabel} ${figure(axis.now)}`
        : `${axis.label}: ${figure(axis.now)}`,
    )
    .join('. ');
  return (
    <figure className="omzien-figure omzien-spider">
      <figcaption className="omzien-figure__title">{props.title}</figcaption>
      <div className="omzien-spider__parts">
        <div className="omzien-spider__drawing">
          <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
            <title id={`${id}-t`}>{props.title}</title>
            <desc id={`${id}-d`}>{description}</desc>
            {[2.5, 5, 7.5, 10].map((ring) => (
              <path
                key={ring}
                className={ring === 10 ? 'omzien-spider__rim' : 'omzien-spider__ring'}
                d={shapePath(props.axes.map((_, index) => pointOnAxis(centre, radius, { index, count }, ring, max)))}
              />
            ))}
            {props.axes.map((axis, index) => {
              const end = pointOnAxis(centre, radius, { index, count }, max, max);
              return (
                <path
                  key={axis.key}
                  className="omzien-spider__ring"
                  d={`M${centre.x} ${centre.y}L${coordinate(end.x)} ${coordinate(end.y)}`}
                />
              );
            })}
            {/* The ground of the present shape lies under both lines, so neither hides the other. */}
            <path className="omzien-spider__ground" d={shapePath(pointsOf(now))} />
            {hasBefore ? <Shape name="before" values={before} others={now} /> : null}
            <Shape name="now" values={now} others={before} />
            {props.axes.map((axis, index) => (
              <AxisLabel key={axis.key} axis={axis} index={index} count={count} />
            ))}
          </svg>
          <p className="omzien-spider__key">
            <span className="omzien-spider__key-now">{nowLabel}</span>
            {hasBefore ? <span className="omzien-spider__key-before">{beforeLabel}</span> : null}
          </p>
        </div>
        <DataTable
          caption={words.charts.table}
          rows={props.axes}
          rowKey={(axis) => axis.key}
          columns={[
            { key: 'dimension', header: words.charts.dimension, cell: (axis) => axis.label },
            ...(hasBefore
              ? [{ key: 'before', header: beforeLabel, numeric: true, cell: (axis: SpiderAxis) => figure(axis.before) }]
              : []),
            { key: 'now', header: nowLabel, numeric: true, cell: (axis: SpiderAxis) => figure(axis.now) },
          ]}
        />
      </div>
    </figure>
  );
}
