import type { Region } from '../../../../content/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import {
  Alert,
  CrisisBox,
  EmptyState,
  type FilterGroup,
  Filters,
  InDutch,
  Link,
  LinkButton,
  type PageContext,
  Pager,
  ResultItem,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import type { Found, SearchResult } from '../../../search/search.ts';
import { NO_FILTERS } from '../../../search/search.ts';
import { checkedOf, factsOf, hoursOf, languagesOf, upper } from '../../shared/present.ts';
import { SearchBox } from '../box.tsx';
import { CrisisFirst } from '../crisis.tsx';
import { Popular } from '../front/view.tsx';
import { type PublicWords, publicWords } from '../words.ts';
import { addressOf, FILTER_NAMES, type Filter, filterFields, type SearchAddress } from './form.ts';

type Shown = {
  readonly asked: SearchAddress;
  readonly result: SearchResult;
  readonly region: Region;
  readonly today: LocalDate;
};

/** What was found, nearest and fittest first; whom to call stands before it where words point to danger. */
export function searchPage(context: PageContext, shown: Shown): string {
  const all = publicWords(context.lang);
  const words = all.search;
  const { asked, result, region } = shown;
  const money = result.needs.some(({ category }) => category === 'income-debt');
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <CrisisFirst
          lines={region.crisis.lines.filter((line) => result.crisis.some(({ id }) => id === line.id))}
          words={all}
        />
        <SearchBox words={all} asked={asked.q} place={asked.place} hidden={filterFields(asked.filters)} />
        <Filters label={words.filters.label} groups={filterGroups(all, asked, context)} />
        <Notes shown={shown} words={all} />
        {result.total === 0 ? (
          <Nothing shown={shown} words={all} />
        ) : (
          <List context={context} shown={shown} words={all} />
        )}
        {money ? (
          <Section title={words.money.title}>
            <p>
              {words.money.text} <Link href="/hulp/inkomen">{words.money.link}</Link>
            </p>
          </Section>
        ) : null}
        {result.needs.length > 1 ? (
          <Popular
            label={words.also}
            terms={result.needs
              .slice(0, 6)
              .map(({ id, label }) => region.needs.find((one) => one.id === id)?.label ?? label)}
            place={asked.place}
          />
        ) : null}
        {result.crisis.length === 0 ? <CrisisBox /> : null}
      </>
    ),
  });
}

/** How the question and the place were read, where that is not as they were typed. */
function Notes({ shown, words: all }: { readonly shown: Shown; readonly words: PublicWords }) {
  const words = all.search;
  const { asked, result } = shown;
  const { place } = result;
  return (
    <>
      {result.mended ? <p>{words.mended({ words: result.mended })}</p> : null}
      {place.kind === 'found' && place.corrected ? <p>{words.corrected({ place: place.place.label })}</p> : null}
      {place.kind === 'unknown' ? <Alert tone="info">{words.unknownPlace}</Alert> : null}
      {place.kind === 'several' ? (
        <Alert tone="info">
          <p>{words.several}</p>
          <ul>
            {place.places.map((one) => (
              <li key={one.typed}>
                <Link href={addressOf({ ...asked, place: one.typed, after: undefined })}>{one.label}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </>
  );
}

function List(props: { readonly context: PageContext; readonly shown: Shown; readonly words: PublicWords }) {
  const words = props.words.search;
  const { asked, result, region, today } = props.shown;
  const { lang } = props.context;
  const municipality = (id: string) => region.municipalities.find((one) => one.id === id)?.name ?? id;
  const here = result.place.kind === 'found' ? result.place.place.label : undefined;
  const title = here
    ? words.near({ count: result.total, place: here })
    : words.foundIn({ count: result.total, region: region.name });
  return (
    <Section title={result.capped ? words.more({ count: result.total }) : title}>
      <p>{here ? words.crow : words.addPlace}</p>
      {result.found.map((one) => (
        <Result key={one.service.id} found={one} today={today} lang={lang} municipality={municipality} />
      ))}
      <Pager
        {...(asked.after ? { previousHref: addressOf({ ...asked, after: undefined }) } : {})}
        {...(result.next ? { nextHref: addressOf({ ...asked, after: result.next }) } : {})}
      />
    </Section>
  );
}

function Result(props: {
  readonly found: Found;
  readonly today: LocalDate;
  readonly lang: PageContext['lang'];
  readonly municipality: (id: string) => string;
}) {
  const { service, km } = props.found;
  // Who comes to people, or calls them, does so from somewhere.
  const from = service.delivery === 'on-site' ? [] : [props.municipality(service.municipality)];
  const checked = checkedOf(service, props.today, props.lang);
  // Dutch goes without saying.
  const spoken = service.languages.length > 1 ? [languagesOf(service, props.lang)] : [];
  return (
    <ResultItem
      title={service.name}
      href={`/hulp/${service.id}`}
      level={3}
      facts={[...factsOf(service, km, props.today, props.lang), ...from]}
      foot={checked.text}
    >
      <p>
        <InDutch>{service.description}</InDutch>
      </p>
      <p>
        {[service.audience.text, ...hoursOf(service, props.lang).slice(0, 2), ...spoken]
          .map((line) => `${upper(line)}.`)
          .join(' ')}
      </p>
    </ResultItem>
  );
}

/** Nothing found: other words, without filters, or somebody to call. */
function Nothing({ shown, words: all }: { readonly shown: Shown; readonly words: PublicWords }) {
  const words = all.search;
  const { asked, result, region } = shown;
  const { help, popular } = region.search;
  return (
    <EmptyState
      title={words.none}
      {...(result.withoutFilters > 0
        ? {
            action: (
              <LinkButton kind="secondary" href={addressOf({ ...asked, filters: NO_FILTERS, after: undefined })}>
                {words.withoutFilters}
              </LinkButton>
            ),
          }
        : {})}
    >
      {result.withoutFilters > 0 ? <p>{words.noneFilters({ count: result.withoutFilters })}</p> : null}
      <Popular label={words.noneTry} terms={popular} place={asked.place} />
      <p>
        <strong>{words.call}</strong>
        <br />
        {words.callLine(help)}
      </p>
    </EmptyState>
  );
}

/** Filters as links: what is on is ticked and goes off again. */
function filterGroups(all: PublicWords, asked: SearchAddress, context: PageContext): readonly FilterGroup[] {
  const words = all.search.filters;
  const to = (filters: SearchAddress['filters']) => addressOf({ ...asked, filters, after: undefined });
  const names = new Intl.DisplayNames([context.lang], { type: 'language' });
  const { language } = asked.filters;
  return [
    {
      label: words.only,
      options: (Object.keys(FILTER_NAMES) as Filter[]).map((filter) => ({
        label: words[filter],
        href: to({ ...asked.filters, [filter]: !asked.filters[filter] }),
        current: asked.filters[filter],
      })),
    },
    {
      label: words.language,
      options: ['en', 'de', 'ar', 'tr', 'uk', 'pl', 'ti'].map((code) => ({
        label: names.of(code) ?? code,
        href: to({ ...asked.filters, language: language === code ? undefined : code }),
        current: language === code,
      })),
    },
  ];
}
