/** A stroke for every area from the lowest to the highest value, and a dot for this one; the words beside it say the same. */
export function Strip({ own, all }: { readonly own: number; readonly all: readonly number[] }) {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const at = (value: number) => Number((4 + (high > low ? (value - low) / (high - low) : 0.5) * 152).toFixed(1));
  return (
    <svg className="omzien-strip" viewBox="0 0 160 14" aria-hidden="true" focusable="false">
      {[...new Set(all.map(at))].map((x) => (
        <line key={x} x1={x} x2={x} y1="3" y2="11" />
      ))}
      <circle cx={at(own)} cy="7" r="4" />
    </svg>
  );
}
