import type { Crisis } from '../../../content/index.ts';
import { Card, DataList, DataTable, Details, type Fact, Icon, SpiderChart, useLanguage } from '../../../ui/index.ts';
import { type AnswerSet, measureRows, spiderOf } from './answers.ts';
import type { PersonFacts } from './person.ts';
import { caseWords } from './words.ts';

/** What happens now, as a sentence, with what comes next and what one can do. */
export function NowCard(props: {
  readonly now: string;
  readonly next?: string | undefined;
  readonly children?: React.ReactNode;
  readonly actions?: React.ReactNode;
}) {
  return (
    <Card soft title={props.now} actions={props.actions}>
      {props.children}
      {props.next ? <p>{props.next}</p> : null}
    </Card>
  );
}

/** The facts of a person at work: what one needs to call, write or visit. */
export function personList(person: PersonFacts, lang: 'nl' | 'en'): readonly Fact[] {
  const words = caseWords(lang).facts;
  return [
    { term: words.name, value: person.name },
    {
      term: words.born,
      value: person.born && person.age !== undefined ? words.bornAndAge({ date: person.born, age: person.age }) : '',
    },
    {
      term: words.phone,
      value: person.phone ? (
        <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>
      ) : person.secret ? (
        words.secret
      ) : (
        ''
      ),
    },
    { term: words.mail, value: person.mail ? <a href={`mailto:${person.mail}`}>{person.mail}</a> : '' },
    {
      term: words.address,
      value:
        person.addressLines.length > 0
          ? person.addressLines.map((line, index) => (
              <span key={line}>
                {index > 0 ? <br /> : null}
                {line}
              </span>
            ))
          : person.secret
            ? words.secret
            : '',
    },
    {
      term: words.language,
      value: person.wishes.interpreter
        ? words.withInterpreter({ language: person.language ?? '' })
        : (person.language ?? ''),
    },
    ...(person.wishes.way === 'phone' ? [{ term: words.way, value: words.wayPhone }] : []),
    ...(person.wishes.easyRead ? [{ term: words.reads, value: words.easyRead }] : []),
    ...(person.paper ? [{ term: words.letters, value: person.letters ? words.lettersYes : words.lettersNoMail }] : []),
  ];
}

/** Who it is about, in the side column. */
export function PersonCard(props: {
  readonly person: PersonFacts;
  readonly title: string;
  readonly actions?: React.ReactNode;
}) {
  const lang = useLanguage();
  return (
    <Card title={props.title} icon="person" actions={props.actions}>
      <DataList compact facts={personList(props.person, lang)} />
    </Card>
  );
}

/** The web of six sides, then and now, with its table. Nothing when no mark was given. */
export function SpiderOf(props: { readonly sets: readonly AnswerSet[] }) {
  const lang = useLanguage();
  const words = caseWords(lang).spider;
  const web = spiderOf(props.sets, lang);
  if (!web) return null;
  return (
    <SpiderChart
      title={words.title}
      axes={web.axes}
      nowLabel={web.nowLabel}
      {...(web.beforeLabel ? { beforeLabel: web.beforeLabel } : {})}
    />
  );
}

/** The four questions then and now, with the honest note. */
export function MeasureTable(props: {
  readonly sets: readonly AnswerSet[];
  /** Read by who answered them. */
  readonly own?: boolean;
}) {
  const lang = useLanguage();
  const words = caseWords(lang).wellBeing;
  const measured = measureRows(props.sets, lang);
  if (!measured) return null;
  const { rows, thenOn, nowOn } = measured;
  return (
    <>
      <DataTable
        caption={words.caption}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'title', header: words.question, cell: (row) => row.title },
          { key: 'then', header: words.earlier({ date: thenOn }), numeric: true, cell: (row) => row.before },
          ...(nowOn
            ? [
                {
                  key: 'now',
                  header: words.now({ date: nowOn }),
                  numeric: true,
                  cell: (row: (typeof rows)[number]) => row.now,
                },
                { key: 'change', header: words.change, cell: (row: (typeof rows)[number]) => row.change },
              ]
            : []),
        ]}
      />
      <p>{props.own ? words.own : nowOn ? words.noProof : words.once}</p>
    </>
  );
}

/** 112, 113 and Veilig Thuis as the region gives them: at every place where someone writes a worry. */
export function CrisisLines(props: {
  readonly crisis: Crisis;
  readonly level?: 2 | 3;
  /** For who works here: the page with the steps when one fears violence or child abuse. */
  readonly steps?: string | undefined;
}) {
  const words = caseWords(useLanguage()).crisis;
  const Heading = `h${props.level ?? 2}` as const;
  const [title = '', ...rest] = props.crisis.intro.split(/(?<=\?)\s+/);
  return (
    <div className="omzien-crisis">
      <Heading className="omzien-crisis__title">
        <Icon name="phone" />
        {title}
      </Heading>
      {rest.length > 0 ? <p>{rest.join(' ')}</p> : null}
      <ul className="omzien-crisis__list">
        {props.crisis.lines.map((line) => (
          <li key={line.id} className="omzien-crisis__line">
            <a className="omzien-crisis__number" href={`tel:${line.phone.replaceAll('-', '')}`}>
              {words.call({ phone: line.phone })}
            </a>
            <span>
              {line.name}: {line.when}
            </span>
          </li>
        ))}
      </ul>
      {props.steps ? (
        <p>
          <a href={props.steps}>{words.steps}</a>
        </p>
      ) : null}
    </div>
  );
}

/** The words of an agreement: what it says, what it means, how to take it back, and which version it is. */
export function ConsentWords(props: {
  readonly text: {
    readonly title: string;
    readonly text: string;
    readonly means: string;
    readonly withdraw: string;
    readonly version: number;
    readonly source: string;
  };
  readonly words: {
    readonly means: string;
    readonly withdraw: string;
    readonly version: string;
    readonly more: string;
  };
}) {
  const { text, words } = props;
  return (
    <Card title={text.title} icon="safe">
      <p>{text.text}</p>
      <p>
        <strong>{words.means}</strong> {text.means}
      </p>
      <Details summary={words.more}>
        <p>{text.withdraw}</p>
        <p>
          {words.version} {text.version}. {text.source}.
        </p>
      </Details>
    </Card>
  );
}
