import { Icon } from '../icon.tsx';
import { useWords } from '../page-context.tsx';

/** One step of the way to this page. The last one is this page and is no link. */
export type Crumb = { readonly label: string; readonly href?: string };

/** The way from the start to this page. */
export function Breadcrumbs(props: { readonly items: readonly Crumb[] }) {
  const words = useWords();
  return (
    <nav className="utrecht-breadcrumb-nav" aria-label={words.breadcrumbs}>
      <ol className="utrecht-breadcrumb-nav__list">
        {props.items.map((item) => (
          <li key={`${item.href ?? ''}${item.label}`} className="utrecht-breadcrumb-nav__item">
            {item.href ? (
              <a className="utrecht-link" href={item.href}>
                {item.label}
              </a>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Many short links, such as all municipalities: in as many columns as fit. */
export function LinkList(props: { readonly links: readonly { readonly href: string; readonly label: string }[] }) {
  return (
    <ul className="omzien-link-list">
      {props.links.map(({ href, label }) => (
        <li key={href}>
          <a className="utrecht-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A link among others of which one is where we are. */
export type ChoiceLink = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
  readonly count?: number;
};

function Count(props: { readonly value: number | undefined }) {
  return props.value === undefined ? null : <span className="utrecht-badge-counter">{props.value}</span>;
}

/** Parts of one page as links, so each has an address. */
export function Tabs(props: { readonly items: readonly ChoiceLink[]; readonly label?: string }) {
  const words = useWords();
  return (
    <nav className="omzien-tabs" aria-label={props.label ?? words.tabs}>
      <ul className="omzien-tabs__list">
        {props.items.map((item) => (
          <li key={item.href}>
            <a className="omzien-tabs__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              <Count value={item.count} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A group of filters: what is filtered, and its values as links that can be shared. */
export type FilterGroup = { readonly label: string; readonly options: readonly ChoiceLink[] };

/** Filters as links: the address says what is shown. */
export function Filters(props: { readonly groups: readonly FilterGroup[]; readonly label?: string }) {
  const words = useWords();
  return (
    <nav className="omzien-filters" aria-label={props.label ?? words.filters}>
      {props.groups.map((group) => (
        <div key={group.label} className="omzien-filters__group">
          <span className="omzien-filters__label">{group.label}</span>
          <ul className="omzien-filters__list">
            {group.options.map((option) => (
              <li key={option.href}>
                <a
                  className="omzien-filters__link"
                  href={option.href}
                  aria-current={option.current ? 'true' : undefined}
                >
                  {option.current ? <Icon name="check" /> : null}
                  {option.label}
                  <Count value={option.count} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** Previous and next page of a long list, by key. Nothing is shown when both are absent. */
export function Pager(props: { readonly previousHref?: string; readonly nextHref?: string; readonly about?: string }) {
  const words = useWords();
  if (!props.previousHref && !props.nextHref) return null;
  return (
    <nav className="utrecht-pagination" aria-label={words.pager.label}>
      {props.previousHref ? (
        <a className="utrecht-pagination__relative-link" href={props.previousHref} rel="prev">
          <Icon name="arrow-left" />
          {words.pager.previous}
        </a>
      ) : null}
      {props.about ? <span className="utrecht-pagination__about">{props.about}</span> : null}
      {props.nextHref ? (
        <a className="utrecht-pagination__relative-link" href={props.nextHref} rel="next">
          {words.pager.next}
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  );
}
