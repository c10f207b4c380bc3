import {
  BarChart,
  Details,
  Letter,
  Messages,
  Section,
  ShapeMap,
  SpiderChart,
  Steps,
  Tabs,
  TileMap,
  Timeline,
} from '../parts.ts';
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

const sampleMap = (id: string) => ({
  id: `kaart-${id}`,
  title: `Aandeel 75 jaar of ouder, met ${id}`,
  description: 'Hoe donkerder, hoe hoger.',
  legend: ([1, 3, 5] as const).map((level) => ({ level, label: `${level * 4}%` })),
  legendNote: 'Drie groepen van gelijke breedte.',
});

/** Low, high, the chosen one, and one without a figure. */
const sampleAreas = [
  { key: 'a', name: 'Proefdorp', shown: '4%', level: 1, href: '#kaart-tegels' },
  { key: 'b', name: 'Voorbeeldstad', shown: '20%', level: 5, href: '#kaart-grenzen' },
  { key: 'c', name: 'Denkbeeld', shown: '12%', level: 3, href: '#top', current: true },
  { key: 'd', name: 'Verzonnen', shown: '–', level: undefined, href: '#main' },
] as const;

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
      <TileMap
        {...sampleMap('tegels')}
        tiles={sampleAreas.map((area, index) => ({ ...area, column: 1 + (index % 2), row: 1 + Math.floor(index / 2) }))}
      />
      <ShapeMap
        {...sampleMap('grenzen')}
        width={300}
        height={200}
        shapes={sampleAreas.map((area, index) => {
          const [x, y] = [(index % 2) * 150, Math.floor(index / 2) * 100];
          return { ...area, path: `M${x} ${y}h150v80l-20 20h-130Z`, label: { x: x + 75, y: y + 50 } };
        })}
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
