import { localDate } from '../../../../platform/index.ts';
import { Link, LinkButton, type PageContext, PrintButton, renderPage, Section } from '../../../../ui/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { asBundle, everythingAbout } from '../../../read/everything.ts';
import {
  type EverythingPart,
  EverythingSections,
  everythingWords,
  type PersonFacts,
  partsOf,
  personFacts,
} from '../../shared/index.ts';
import { residentWords } from '../words.ts';

/** GET /mijn/alles: to read and to print. */
export async function showAll(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const found = await everythingAbout(ground, ask.actor, ask.actor.residentId ?? '', ask.door);
  if (!found.ok) return { problem: found.problem };
  const { lang } = ask.context;
  const patient = found.value.resources.find((one) => one.resourceType === 'Patient');
  return allPage(ask.context, {
    person: personFacts(patient, localDate(ground.clock.now()), lang),
    parts: partsOf(found.value, lang),
    lines: found.value.log.length,
  });
}

/** GET /mijn/alles.json: the whole record as one FHIR Bundle, sent as it is made. */
export async function downloadAll(ground: PathwayGround, ask: Ask, fhirUrl: string): Promise<Answer> {
  const found = await everythingAbout(ground, ask.actor, ask.actor.residentId ?? '', ask.door);
  if (!found.ok) return { problem: found.problem };
  const pieces = asBundle(found.value, fhirUrl, ground.clock.now());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  // The name of the file tells nobody whose it is.
  return new Response(body, {
    headers: {
      'content-type': 'application/fhir+json; charset=utf-8',
      'content-disposition': 'attachment; filename="omzien-mijn-gegevens.json"',
      'cache-control': 'no-store',
    },
  });
}

function allPage(
  context: PageContext,
  page: {
    readonly person: PersonFacts | undefined;
    readonly parts: readonly EverythingPart[];
    readonly lines: number;
  },
): string {
  const words = everythingWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    breadcrumbs: [{ label: residentWords(context.lang).nav.home, href: '/mijn' }, { label: words.title }],
    intro: words.intro,
    actions: <PrintButton>{words.print}</PrintButton>,
    main: (
      <>
        <p>{words.right}</p>
        <p>{words.withheld}</p>
        <p>
          <LinkButton kind="secondary" href="/mijn/alles.json">
            {words.download}
          </LinkButton>
        </p>
        <p>{words.downloadHelp}</p>
        <p>
          <Link href="/mijn/verzoeken/nieuw">{words.ask}</Link>
        </p>
        <EverythingSections person={page.person} parts={page.parts} />
        <Section title={words.sections.log}>
          <p>
            {words.logMore({ count: page.lines })} <Link href="/mijn/inzage">{words.looks}</Link>
          </p>
        </Section>
      </>
    ),
  });
}
