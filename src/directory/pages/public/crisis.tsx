import type { CrisisLine } from '../../../content/index.ts';
import { Icon } from '../../../ui/index.ts';
import type { PublicWords } from './words.ts';

/** The numbers that the words of a search call for, before anything else. */
export function CrisisFirst(props: { readonly lines: readonly CrisisLine[]; readonly words: PublicWords }) {
  if (props.lines.length === 0) return null;
  return (
    <div className="omzien-crisis">
      <h2 className="omzien-crisis__title">
        <Icon name="phone" />
        {props.words.crisis.title}
      </h2>
      <ul className="omzien-crisis__list">
        {props.lines.map((line) => (
          <li key={line.id} className="omzien-crisis__line">
            <a className="omzien-crisis__number" href={`tel:${line.phone.replace(/[^\d+]/g, '')}`}>
              {line.call}
            </a>
            <span>
              {line.when} {line.open}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
