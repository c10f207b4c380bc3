import { Alert, Link, type PageContext, renderPage, Section } from '../../../../ui/index.ts';
import { monitorWords } from '../../words.ts';
import { AREAS, areaWords } from '../areas/words.ts';
import { homeWords } from '../words.ts';
import type { HomesRead } from './handler.ts';
import { Groups, Urgency } from './people.tsx';
import { Municipalities, Plans, Tenures } from './plans.tsx';
import { Task, Years } from './task.tsx';

/** Homes: what is needed in both scenarios, what is planned, who is housed, and what the owners decided. */
export function homesPage(context: PageContext, read: HomesRead, demo: boolean): string {
  const { lang } = context;
  const words = homeWords(lang);
  const { region, housing } = read;
  return renderPage({
    title: words.title({ region: region.name }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: words.nav },
    ],
    intro: words.intro({ until: housing.until }),
    main: (
      <>
        {demo ? <Alert tone="info">{words.demo}</Alert> : null}
        <Task read={read} lang={lang} />
        <p>
          <Link href="/regiobeeld/wonen/verdeling">{words.share.link}</Link>
        </p>
        {region.populationByPostcode ? (
          <p>
            <Link href={AREAS}>{areaWords(lang).link}</Link>
          </p>
        ) : null}
        <Years read={read} lang={lang} />
        <Tenures read={read} lang={lang} />
        <Municipalities read={read} lang={lang} />
        <Plans read={read} lang={lang} />
        <Groups read={read} lang={lang} />
        <Urgency read={read} lang={lang} />
        <Section title={words.besides}>
          {housing.besides.map(({ id, text }) => (
            <p key={id}>{text}</p>
          ))}
        </Section>
      </>
    ),
  });
}
