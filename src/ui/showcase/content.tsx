import {
  Card,
  CardGrid,
  type Column,
  Counts,
  DataList,
  DataTable,
  DueLabel,
  EmptyState,
  Filters,
  Link,
  LinkButton,
  LinkList,
  Pager,
  ResultItem,
  Section,
  Status,
  TaskStatus,
  WaitingState,
  WhyItFits,
} from '../parts.ts';
import { longName, type SampleCase, sampleCases, sampleToday } from './sample.ts';

const columns: readonly Column<SampleCase>[] = [
  { key: 'resident', header: 'Inwoner', cell: (row) => <Link href={`#${row.id}`}>{row.resident}</Link> },
  { key: 'age', header: 'Leeftijd', numeric: true, cell: (row) => row.age },
  { key: 'step', header: 'Stap', cell: (row) => row.step },
  {
    key: 'due',
    header: 'Uiterlijk',
    cell: (row) => (
      <DueLabel bare due={row.due} today={sampleToday} pausedBecause={row.paused} daysLate={row.daysLate} />
    ),
  },
  { key: 'owner', header: 'Bij', cell: (row) => row.owner },
  { key: 'status', header: 'Status', cell: (row) => <TaskStatus status={row.status} /> },
];

/** Tables with none, one and many rows, and what stands around them. */
export function Tables() {
  const action = (row: SampleCase) => (
    <LinkButton href={`#${row.id}`} small kind="secondary" about={`voor ${row.resident}`}>
      {row.next}
    </LinkButton>
  );
  const table = { columns, rowKey: (row: SampleCase) => row.id, action, actionHeader: 'Volgende' };
  return (
    <Section title="Werklijst" id="worklist">
      <Counts
        label="Aantallen"
        items={[
          { label: 'nieuw', count: 4, href: '#new' },
          { label: 'deze week', count: 11, href: '#week' },
          { label: 'te laat', count: 2, href: '#late', tone: 'error' },
        ]}
      />
      <Filters
        groups={[
          {
            label: 'Van wie',
            options: [
              { label: 'van mij', href: '#mine', current: true, count: 5 },
              { label: 'van het team', href: '#team', count: 23 },
            ],
          },
          {
            label: 'Stap',
            options: [
              { label: 'alles', href: '#all', current: true },
              { label: 'eerste gesprek', href: '#first' },
              { label: 'wacht op aanbieder', href: '#waits' },
            ],
          },
        ]}
      />
      <DataTable
        {...table}
        caption="Werklijst team Noord, 5 inwoners"
        rows={sampleCases}
        attention={(row) => (row.daysLate ?? 0) > 0}
      />
      <Pager previousHref="#page-1" nextHref="#page-3" about="6 tot en met 10" />
      <DataTable {...table} caption="Eén inwoner" rows={sampleCases.slice(0, 1)} />
      <DataTable
        caption="Zeven stappen, per gemeente"
        figures
        rows={['Almelo', 'Hof van Twente']}
        rowKey={(row) => row}
        columns={[
          'Gemeente',
          'Signaal',
          'Gesproken',
          'Breed gesprek',
          'Aangemeld',
          'Aangenomen',
          'Afgerond',
          'Beter',
        ].map((header, index) => ({
          key: header,
          header,
          numeric: index > 0,
          cell: (row: string) => (index === 0 ? row : 120 - 15 * index),
        }))}
      />
      {[
        { caption: 'Ouder worden', rows: ['Inwoners van 65 jaar en ouder', 'Grijze druk'] },
        { caption: 'Rondkomen', rows: ['Mensen die moeilijk rondkomen'] },
      ].map(({ caption, rows }) => (
        <DataTable
          key={caption}
          caption={caption}
          aligned
          rows={rows}
          rowKey={(row) => row}
          columns={[
            { key: 'subject', header: 'Onderwerp', cell: (row) => row },
            { key: 'value', header: 'Regio', numeric: true, cell: (row) => row.length },
            { key: 'from', header: 'Jaar en bron', cell: () => '2021, voorbeeld' },
          ]}
        />
      ))}
      <LinkList
        links={['Almelo', 'Borne', 'Dinkelland', 'Hof van Twente', 'Rijssen-Holten'].map((label) => ({
          href: `#${label}`,
          label,
        }))}
      />
      <DataTable {...table} caption="Niemand" rows={[]} empty="Er is nu niemand die op u wacht." />
    </Section>
  );
}

/** Facts, cards, findings, statuses. */
export function Facts() {
  return (
    <>
      <Section title="Feiten" action={<Link href="#change">Wijzigen</Link>}>
        <DataList
          facts={[
            { term: 'Naam', value: longName },
            { term: 'Geboren', value: '12 maart 1948 (78 jaar)' },
            { term: 'Telefoon', value: '06 – 0000 0000', action: <Link href="#phone">Wijzigen</Link> },
            { term: 'Mail' },
          ]}
        />
        <p>
          <Status tone="neutral">concept</Status> <Status tone="active">bezig</Status>{' '}
          <Status tone="good" icon="check">
            klaar
          </Status>{' '}
          <Status tone="attention">gevraagd</Status> <Status tone="error">niet gelukt</Status>
        </p>
        <p>
          <DueLabel due="2026-03-12" today={sampleToday} /> · <DueLabel due="2026-03-09" today={sampleToday} /> ·{' '}
          <DueLabel due="2026-03-07" today={sampleToday} /> ·{' '}
          <DueLabel today={sampleToday} pausedBecause="vakantie tot 20 maart" /> ·{' '}
          <DueLabel today={sampleToday} doneOn="2026-03-04" /> · <DueLabel today={sampleToday} />
        </p>
      </Section>
      <Section title="Kaarten">
        <CardGrid>
          <Card
            title="Wat gebeurt er nu"
            level={3}
            soft
            actions={<LinkButton href="#message">Bericht sturen</LinkButton>}
          >
            <p>Uw welzijnscoach belt u vóór donderdag 12 maart.</p>
          </Card>
          <Card title="Mijn doelen" level={3} icon="goal" href="#goals">
            <p>Twee keer per week samen eten.</p>
          </Card>
          <Card title={longName} level={3}>
            <p>Een lange naam breekt netjes af.</p>
          </Card>
        </CardGrid>
      </Section>
      <Section title="Gevonden">
        <ResultItem
          title="Eettafel de Brink"
          href="#brink"
          level={3}
          facts={['600 m', 'gratis', 'geen wachttijd']}
          foot="Nagekeken op 3 november door Voorbeeld Welzijn"
        >
          <p>Voor iedereen die graag samen eet. Dinsdag en donderdag.</p>
        </ResultItem>
        <ResultItem
          title="Wandelgroep Proefdorp"
          href="#walk"
          level={3}
          facts={['1,4 km', '€ 2,50 per keer', 'wacht ongeveer 3 weken']}
        >
          <WhyItFits
            reasons={[
              { kind: 'fits', text: 'past bij “meer bewegen” en “mensen ontmoeten”' },
              { kind: 'fits', text: '1,4 km van huis; er rijdt een buurtbus' },
              { kind: 'attention', text: 'er is een wachttijd van ongeveer drie weken' },
            ]}
            checked={{ date: '3 november', by: 'Sport Voorbeeld' }}
          />
        </ResultItem>
      </Section>
      <Section title="Leeg en wachten">
        <CardGrid>
          <EmptyState
            title="U heeft nog geen doelen"
            level={3}
            action={<LinkButton href="#goal">Doel toevoegen</LinkButton>}
          >
            <p>Een doel is iets wat u zelf belangrijk vindt.</p>
          </EmptyState>
          <WaitingState title="We wachten op Sport Voorbeeld" level={3}>
            <p>Zij antwoorden uiterlijk maandag 16 maart. Horen we niets, dan vragen we de volgende plek.</p>
          </WaitingState>
        </CardGrid>
      </Section>
    </>
  );
}
