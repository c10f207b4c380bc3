import type { Region, Service } from '../../../../content/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import {
  Alert,
  ButtonGroup,
  CrisisBox,
  DataList,
  type Fact,
  InDutch,
  Link,
  LinkButton,
  type PageContext,
  PrintButton,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { audienceOf, checkedOf, costOf, factsOf, hoursOf, languagesOf, roomOf, upper } from '../../shared/present.ts';
import { serviceWords } from '../../shared/words.ts';
import { type PublicWords, publicWords } from '../words.ts';

type Shown = {
  readonly service: Service;
  readonly organisationName: string;
  readonly region: Region;
  readonly today: LocalDate;
  readonly forResident: boolean;
};

/** One service: what, for whom, when, what it costs, how to get there and how to sign up; made to be printed too. */
export function servicePage(context: PageContext, shown: Shown): string {
  const all = publicWords(context.lang);
  const words = all.service;
  const { service } = shown;
  const checked = checkedOf(service, shown.today, context.lang);
  return renderPage({
    title: service.name,
    kind: 'public',
    context,
    breadcrumbs: [{ label: all.search.title, href: '/hulp' }, { label: service.name }],
    overline: factsOf(service, null, shown.today, context.lang).join(' · '),
    intro: <InDutch>{service.description}</InDutch>,
    main: (
      <>
        {checked.stale ? <Alert tone="info">{checked.text}</Alert> : null}
        <DataList facts={factsList(shown, context.lang, words)} />
        {checked.stale ? null : <p className="omzien-soft">{checked.text}</p>}
        <Section title={words.next}>
          {shown.forResident ? <p>{words.coachHelp}</p> : null}
          <ButtonGroup>
            {shown.forResident ? (
              <LinkButton icon="send" href={`/mijn/berichten/nieuw?dienst=${service.id}`}>
                {words.coach}
              </LinkButton>
            ) : null}
            <PrintButton>{words.print}</PrintButton>
          </ButtonGroup>
        </Section>
        <CrisisBox />
      </>
    ),
  });
}

function factsList(shown: Shown, lang: PageContext['lang'], words: PublicWords['service']): readonly Fact[] {
  const { service, organisationName, region, today } = shown;
  const told = serviceWords(lang);
  const municipality =
    region.municipalities.find(({ id }) => id === service.municipality)?.name ?? service.municipality;
  const organisation = region.organisations.find(({ id }) => id === service.organisation);
  const phone = service.phone ?? organisation?.phone;
  const needs = region.needs.filter(({ id }) => service.needs.includes(id));
  const hours = hoursOf(service, lang);
  const room = [roomOf(service, today, lang)];
  if (service.placesFree !== undefined) room.push(told.placesFree({ count: service.placesFree }));
  return [
    { term: words.whom, value: <Lines lines={audienceOf(service, municipality, lang)} /> },
    { term: words.when, value: <Lines lines={hours.length > 0 ? hours.map(upper) : [words.noHours]} /> },
    {
      term: words.cost,
      value: <Lines lines={[upper(costOf(service, lang)), ...(service.cost.note ? [service.cost.note] : [])]} />,
    },
    {
      term: words.room,
      value: (
        <Lines
          lines={[`${upper(room.join(', '))}.`, ...(service.places ? [words.places({ count: service.places })] : [])]}
        />
      ),
    },
    { term: words.languages, value: upper(languagesOf(service, lang)) },
    { term: words.where, value: <Lines lines={whereOf(service, words, told)} /> },
    ...(service.delivery === 'on-site'
      ? [{ term: words.gettingThere, value: <InDutch>{service.gettingThere}</InDutch> }]
      : []),
    { term: words.signUp, value: <InDutch>{service.signUp}</InDutch> },
    ...(phone ? [{ term: words.phone, value: <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link> }] : []),
    { term: words.by, value: organisationName },
    {
      term: words.needs,
      value: needs.map(({ id, label }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link href={`/hulp?${new URLSearchParams({ q: label, plaats: municipality })}`}>{label}</Link>
        </span>
      )),
    },
  ];
}

function whereOf(
  { delivery, location, wheelchair }: Service,
  words: PublicWords['service'],
  told: ReturnType<typeof serviceWords>,
): readonly string[] {
  if (delivery === 'at-home') return [words.startsAt({ address: location.address })];
  if (delivery !== 'on-site') return [words.remote[delivery]];
  return [`${location.address} (${location.postcode})`, wheelchair ? told.wheelchair : told.noWheelchair];
}

function Lines(props: { readonly lines: readonly string[] }) {
  return props.lines.map((line) => (
    <span key={line} className="omzien-line">
      {line}
    </span>
  ));
}
