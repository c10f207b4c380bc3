import { BarChart, Details, Letter, Messages, Section, SpiderChart, Steps, Tabs, Timeline } from '../parts.ts';
import { sampleAxes } from './sample.ts';

/** Time: what happens next, what was. */
export function InTime() {
  return (
    <Section title="Wat gebeurt er nu">
      <Tabs
        items={[
          { label: 'Nu', href: '#now', current: true },
          { label: 'Plan', href: '#plan', count: 2 },
          { label: 'Mensen', href: '#people' },
          { label: 'Wie keek er in', href: '#log' },
        ]}
      />
      <Steps
        steps={[
          { label: 'Verwezen door uw huisarts', state: 'done', detail: '5 maart' },
          { label: 'De coach belt u', state: 'current', detail: 'Vóór donderdag 12 maart. U hoeft niets te doen.' },
          { label: 'Een gesprek bij u thuis', state: 'todo' },
          { label: 'U kiest wat bij u past', state: 'todo' },
        ]}
      />
      <Messages
        label="Berichten"
        messages={[
          {
            key: '1',
            own: true,
            by: 'U',
            at: '2026-11-20T10:00:00Z',
            when: '20 november, 11:00 uur',
            note: 'gelezen op 20 november',
            text: 'Mag mijn dochter mee naar het gesprek?',
          },
          {
            key: '2',
            own: false,
            by: 'Carla Coach',
            at: '2026-11-20T13:00:00Z',
            when: '20 november, 14:00 uur',
            text: 'Ja, graag.\n\nTot dinsdag!',
          },
        ]}
      />
      <Timeline
        upcoming={[
          { key: 'a', title: 'Gesprek bij u thuis', when: 'deze maand', by: 'K. Collega' },
          { key: 'b', title: 'Terugblik: hoe gaat het met u?', on: '2026-06-08' },
        ]}
        now={{
          key: 'now',
          title: 'Uw welzijnscoach belt u vóór donderdag 12 maart',
          by: 'K. Collega, Voorbeeld Welzijn',
        }}
        past={[
          { key: 'c', title: 'U ging akkoord met doorgeven', on: '2026-03-05' },
          {
            key: 'd',
            title: 'Verwezen door uw praktijk',
            on: '2026-03-05',
            body: <p>Reden: vaak alleen.</p>,
            by: 'Huisartsen Proefdorp',
          },
        ]}
      />
      <Details summary="Wat als ik dit niet meer wil?">
        <p>Dan stopt het. U hoeft niet te zeggen waarom.</p>
      </Details>
    </Section>
  );
}

/** Drawings with their tables. */
export function Charts() {
  return (
    <Section title="Grafieken">
      <SpiderChart
        title="Hoe het gaat, nu en bij het eerste gesprek"
        axes={sampleAxes}
        nowLabel="8 juni"
        beforeLabel="12 maart"
      />
      <SpiderChart
        title="Eerste gesprek, één vraag overgeslagen"
        axes={sampleAxes.map(({ key, label, before }) => ({ key, label, now: key === 'quality' ? undefined : before }))}
        nowLabel="12 maart"
      />
      <BarChart
        title="Wachttijd bij vier plekken"
        labelHeader="Plek"
        valueHeader="Weken"
        bars={[
          { key: 'a', label: 'Eettafel de Brink', value: 0 },
          { key: 'b', label: 'Wandelgroep Proefdorp', value: 3, highlighted: true },
          { key: 'c', label: 'Beweegcoach', value: 5.5 },
          { key: 'd', label: 'Denkbeeldige Dagbesteding aan de Lange Lindelaan', value: 9 },
        ]}
      />
    </Section>
  );
}

/** A letter as it will be printed. */
export function SampleLetter() {
  return (
    <Section title="Brief">
      <Letter
        sender={{
          name: 'Voorbeeld Welzijn',
          lines: ['Proefstraat 1', '0000 AA Voorbeeldstad', 'Telefoon 000 – 000 00 00'],
        }}
        recipient={{ name: 'Mevrouw A. Voorbeeld', lines: ['Denkbeeldlaan 12', '0000 BB Proefdorp'] }}
        date="2026-03-09"
        subject="Uw afspraak"
        reference="W-2026-0031"
        signature={<p>K. Collega, welzijnscoach</p>}
      >
        <p>Beste mevrouw Voorbeeld,</p>
        <p>Op donderdag 12 maart om 10.00 uur kom ik bij u langs. We praten over wat u belangrijk vindt.</p>
        <p>Komt het niet uit? Bel dan gerust. Dan zoeken we samen een andere dag.</p>
      </Letter>
    </Section>
  );
}
