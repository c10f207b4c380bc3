/** The mark: two arcs that lean towards each other, in the colour of the text. */
export function Mark() {
  return (
    <svg className="omzien-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="3.6" strokeLinecap="round">
        <path d="M6 27C6 14.500 11.500 7 19.500 4.500" />
        <path d="M26 27c0-7-3.500-11.500-9-13.500" />
      </g>
    </svg>
  );
}
