import { Button } from './components/button.tsx';
import { Form } from './components/form.tsx';
import { formatTime } from './format.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import type { NavItem, PageContext } from './page-context.tsx';
import { type SharedWords, sharedWords } from './words.ts';

type FrameProps = { readonly context: PageContext; readonly words: SharedWords };

function NavLinks(props: { readonly items: readonly NavItem[] }) {
  return (
    <ul className="utrecht-nav-bar__list">
      {props.items.map((item) => (
        <li key={item.href} className="utrecht-nav-bar__item">
          <a className="utrecht-nav-bar__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count === undefined ? null : <span className="utrecht-badge-counter">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Person({ context, words }: FrameProps) {
  if (!context.signedIn) {
    const href = context.signInHref === undefined ? '/inloggen' : context.signInHref;
    if (href === null) return null;
    return (
      <a className="utrecht-link omzien-header__sign-in" href={href}>
        <Icon name="person" />
        {words.signIn}
      </a>
    );
  }
  const { name, roleLabel, organisation, until } = context.signedIn;
  return (
    <div className="omzien-person">
      <p className="omzien-person__words">
        <span className="omzien-hidden">{words.signedInAs} </span>
        <strong className="omzien-person__name">{name}</strong>
        <span className="omzien-person__role">
          <span className="omzien-hidden">, </span>
          {[roleLabel, organisation].filter((text) => text !== '').join(' · ')}
        </span>
        {until ? (
          <span className="omzien-person__until">{words.signedInUntil({ time: formatTime(until, context.lang) })}</span>
        ) : null}
      </p>
      <Form action={context.signOutAction ?? '/uitloggen'} once={false}>
        <Button kind="subtle" small>
          {words.signOut}
        </Button>
      </Form>
    </div>
  );
}

/** The same page in the other language. The link says so in that language (WCAG 3.1.2). */
function OtherLanguage({ context }: FrameProps) {
  const other = context.lang === 'nl' ? 'en' : 'nl';
  const asked = new URLSearchParams({ naar: other, terug: context.address ?? context.path });
  return (
    <a className="utrecht-link omzien-header__language" href={`/taal?${asked}`} lang={other} hrefLang={other}>
      {sharedWords(other).ownName}
    </a>
  );
}

/** The head of a page: mark and name, main navigation, who is signed in. */
export function Header({ context, words }: FrameProps) {
  return (
    <header className="omzien-header">
      {context.demo ? <p className="omzien-header__demo">{words.demoStrip}</p> : null}
      <div className="omzien-header__bar">
        <a className="omzien-header__home" href={context.homeHref ?? '/'} aria-label={`${words.name}: ${words.home}`}>
          <Mark />
          <span className="omzien-header__name">{words.name}</span>
        </a>
        <OtherLanguage context={context} words={words} />
        <Person context={context} words={words} />
        {context.nav.length > 0 ? (
          <nav className="utrecht-nav-bar" aria-label={words.mainNavigation}>
            <NavLinks items={context.nav} />
          </nav>
        ) : null}
      </div>
    </header>
  );
}

/** The foot of a page: who this is of, what is recorded, and the links a room gives. */
export function Footer({ context, words }: FrameProps) {
  return (
    <footer className="utrecht-page-footer">
      <div className="utrecht-page-footer__content">
        <div>
          {context.demo ? <p>{words.demo}</p> : null}
          <p>{words.footer}</p>
          <p>{words.footerPrivacy}</p>
        </div>
        {context.footerNav && context.footerNav.length > 0 ? (
          <nav aria-label={words.footerNavigation}>
            <ul>
              {context.footerNav.map((item) => (
                <li key={item.href}>
                  <a className="utrecht-link" href={item.href}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </footer>
  );
}
