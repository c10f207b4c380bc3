import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SpiderChart } from '../charts/spider-chart.tsx';
import { shapePath } from '../charts/spider-geometry.ts';
import { Icon, type IconName, iconDrawings } from '../icon.tsx';
import { type PageContext, PageContextProvider } from '../page-context.tsx';
import { ConsentCard, CrisisBox } from './consent.tsx';
import { DataList } from './data-list.tsx';
import { DataTable } from './data-table.tsx';
import { Pager } from './links.tsx';
import { DueLabel, TaskStatus } from './status.tsx';
import { Timeline } from './timeline.tsx';

const context: PageContext = { lang: 'nl', path: '/', csrf: 'x', nav: [], demo: false };
const render = (node: ReactNode): string =>
  renderToStaticMarkup(<PageContextProvider context={context}>{node}</PageContextProvider>);
const textOf = (node: ReactNode): string =>
  render(node)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('when something is due', () => {
  const today = '2026-03-09';
  it('says the day, in words', () => {
    assert.equal(textOf(<DueLabel due="2026-03-12" today={today} />), 'uiterlijk do 12 mrt');
    assert.equal(textOf(<DueLabel due={today} today={today} />), 'uiterlijk vandaag');
    assert.equal(textOf(<DueLabel due="2026-03-12" today={today} bare />), 'do 12 mrt');
  });
  it('says too late in a word, not only in colour', () => {
    assert.equal(textOf(<DueLabel due="2026-03-07" today={today} />), 'te laat, 2 dagen');
    assert.equal(textOf(<DueLabel due="2026-03-06" today={today} daysLate={1} />), 'te laat, 1 dag');
  });
  it('shows that a clock stands still, and why, rather than a date', () => {
    const text = textOf(<DueLabel due="2026-03-01" today={today} pausedBecause="op reis" />);
    assert.equal(text, 'klok staat stil: op reis');
  });
  it('is quiet once it is done', () => {
    assert.equal(textOf(<DueLabel due="2026-03-01" today={today} doneOn="2026-03-04" />), 'gedaan op wo 4 mrt');
  });
  it('a status is a Dutch word', () => {
    assert.equal(textOf(<TaskStatus status="on-hold" />), 'staat stil');
  });
});

describe('a table', () => {
  const table = {
    caption: 'Werklijst',
    columns: [
      { key: 'who', header: 'Inwoner', cell: (row: { who: string; age: number }) => row.who },
      { key: 'age', header: 'Leeftijd', numeric: true, cell: (row: { who: string; age: number }) => row.age },
    ],
    rowKey: (row: { who: string }) => row.who,
  };
  it('has a caption, heads, and a row that is named by its first cell', () => {
    const html = render(<DataTable {...table} rows={[{ who: 'A. Voorbeeld', age: 78 }]} />);
    assert.match(html, /<caption[^>]*>Werklijst<\/caption>/);
    assert.match(html, /<th scope="row"[^>]*>A\. Voorbeeld<\/th>/);
    assert.match(html, /numeric-column" data-label="Leeftijd"/);
  });
  it('that is empty says so in words', () => {
    assert.match(textOf(<DataTable {...table} rows={[]} empty="Niemand wacht." />), /Niemand wacht\./);
    assert.match(textOf(<DataTable {...table} rows={[]} />), /Er staat hier nog niets/);
  });
});

describe('what a resident reads', () => {
  it('a fact that is not known reads "niet ingevuld"', () => {
    assert.equal(textOf(<DataList facts={[{ term: 'Mail' }]} />), 'Mail niet ingevuld');
  });

  it('time reads from what comes, through now, to what was', () => {
    const text = textOf(
      <Timeline
        upcoming={[
          { key: '1', title: 'morgen' },
          { key: '2', title: 'over een maand' },
        ]}
        now={{ key: '3', title: 'vandaag' }}
        past={[{ key: '4', title: 'gisteren' }]}
      />,
    );
    assert.equal(text, 'Straks over een maand morgen Nu vandaag Eerder gisteren');
  });

  const consent = {
    question: 'Mag dit?',
    what: 'Uw naam',
    forWhom: 'de coach',
    withdraw: 'Dat mag altijd.',
    action: '/consent',
  };
  it('a question about consent has a yes and a no of equal reach, and says how to take it back', () => {
    const html = render(<ConsentCard {...consent} state={{ kind: 'asked' }} />);
    assert.match(html, /value="yes" name="answer"/);
    assert.match(html, /value="no" name="answer"/);
    assert.match(html, /Dat mag altijd\./);
  });
  it('consent that was given can be taken back, and nothing is asked twice', () => {
    const html = render(<ConsentCard {...consent} state={{ kind: 'given', on: '2026-03-05' }} />);
    assert.match(html, /value="withdraw"/);
    assert.doesNotMatch(html, /value="yes"/);
    assert.match(html, /U zei ja op 5 maart 2026/);
  });

  it('who is in danger sees 112, 113 and Veilig Thuis, each one tap away', () => {
    const html = render(<CrisisBox />);
    for (const number of ['112', '08000113', '08002000']) assert.match(html, new RegExp(`href="tel:${number}"`));
  });

  it('a list of one page shows no empty pager', () => {
    assert.equal(render(<Pager />), '');
  });
});

describe('drawings', () => {
  const axes = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, index) => ({ key, label: `As ${key}`, now: index + 1 }));
  it('the web has its figures in words and in a table', () => {
    const html = render(<SpiderChart title="Nu" axes={axes} />);
    assert.match(html, /<title id="[^"]+">Nu<\/title>/);
    assert.match(html, /<desc id="[^"]+">As a: 1\. As b: 2/);
    assert.equal(html.match(/<circle/g)?.length, 6);
    assert.match(html, /<td[^>]*data-label="nu"><div class="omzien-table__value">6<\/div>/);
  });
  it('a question that was skipped leaves a gap, not a zero', () => {
    const html = render(
      <SpiderChart title="Nu" axes={axes.map((axis) => (axis.key === 'c' ? { ...axis, now: undefined } : axis))} />,
    );
    assert.equal(html.match(/<circle/g)?.length, 5);
    assert.match(html, /geen cijfer/);
    const gap = shapePath([{ x: 0, y: 0 }, undefined, { x: 1, y: 1 }, { x: 2, y: 0 }]);
    assert.equal(gap, 'M1 1L2 0M2 0L0 0');
  });
  it('every kept icon exists and is drawn, unseen by screen readers', () => {
    for (const name of Object.keys(iconDrawings)) {
      const html = render(<Icon name={name as IconName} />);
      assert.match(html, /<path d="/, name);
      assert.match(html, /aria-hidden="true"/);
    }
  });
});
