import { Link } from '../components/card.tsx';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../page-context.tsx';

/** One bar: what, how much, and perhaps words after the figure ("3 weken"). */
export type Bar = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly note?: string;
  /** The value in words, where a bare number would not do: `36%`. */
  readonly shown?: string;
  /** Where more about it stands. */
  readonly href?: string | undefined;
  /** The one that matters. */
  readonly highlighted?: boolean;
};

/** Bars beneath each other with the figure written beside each. It is a table whose bars are drawn: nothing to read twice. */
export function BarChart(props: {
  readonly title: string;
  readonly labelHeader: string;
  readonly valueHeader: string;
  readonly bars: readonly Bar[];
  /** Figure of a full bar; default the largest value. */
  readonly max?: number;
}) {
  const language = useLanguage();
  const max = Math.max(props.max ?? 0, ...props.bars.map((bar) => bar.value), 1e-9);
  return (
    <table className="omzien-bars">
      <caption className="omzien-figure__title">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{props.labelHeader}</th>
          <th scope="col" className="omzien-numeric">
            {props.valueHeader}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.bars.map((bar) => (
          <tr key={bar.key} className={bar.highlighted ? 'omzien-bars__bar--highlighted' : undefined}>
            <th scope="row">
              {bar.href ? <Link href={bar.href}>{bar.label}</Link> : bar.label}
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={Math.max(0.5, (bar.value / max) * 100)} height="8" />
              </svg>
            </th>
            <td className="omzien-numeric">
              {bar.shown ?? formatNumber(bar.value, 1, language)}
              {bar.note ? <span className="omzien-soft"> {bar.note}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
