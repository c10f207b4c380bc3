import { DataTable, defineWords, LinkButton, type PageContext, renderPage, Section } from '../../../../ui/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { organisationBehind } from '../../../messages/recipients.ts';

const askWords = defineWords({
  nl: {
    title: 'Zelf om hulp vragen',
    intro: 'U kunt zelf om hulp van een welzijnscoach vragen. U hebt geen verwijzing nodig.',
    known: 'U kreeg eerder hulp via Omzien',
    knownMore: 'Log in. Bij Mijn omzien kunt u opnieuw om hulp vragen.',
    signIn: 'Inloggen',
    fresh: 'U bent nieuw',
    freshMore:
      'Bel het team van uw gemeente. Iemand praat met u en schrijft u in. Dat kan ook via uw huisartsenpraktijk. Zelf inschrijven met DigiD kan nog niet.',
    caption: 'Bel het team van uw gemeente',
    municipality: 'Gemeente',
    team: 'Team',
    phone: 'Telefoon',
    postcodes: (p: { codes: string }) => `postcodes ${p.codes}`,
  },
  en: {
    title: 'Ask for help yourself',
    intro: 'You can ask for help from a welfare coach yourself. You need no referral.',
    known: 'You had help through Omzien before',
    knownMore: 'Sign in. At My Omzien you can ask for help again.',
    signIn: 'Sign in',
    fresh: 'You are new',
    freshMore:
      'Call the team of your municipality. Somebody talks with you and registers you. Your general practice can do this as well. You cannot register yourself with DigiD yet.',
    caption: 'Call the team of your municipality',
    municipality: 'Municipality',
    team: 'Team',
    phone: 'Telephone',
    postcodes: (p: { codes: string }) => `postcodes ${p.codes}`,
  },
});

/** How somebody who is not known here asks for help: by telephone, with the team of where they live. */
export function askPage(ground: PathwayGround, context: PageContext): string {
  const words = askWords(context.lang);
  const { region } = ground.definitions;
  const rows = (region.areas ?? []).map((area) => ({
    key: `${area.municipality}-${area.team}`,
    municipality: region.municipalities.find((one) => one.id === area.municipality)?.name ?? area.municipality,
    codes: area.postcodes?.join(', '),
    team: ground.definitions.organisationName(area.team),
    phone: organisationBehind(ground.definitions, `HealthcareService/${area.team}`)?.phone ?? '',
  }));
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <Section title={words.fresh}>
          <p>{words.freshMore}</p>
          <DataTable
            caption={words.caption}
            rows={rows.toSorted((a, b) => a.municipality.localeCompare(b.municipality, 'nl'))}
            rowKey={(row) => row.key}
            columns={[
              {
                key: 'municipality',
                header: words.municipality,
                cell: (row) =>
                  row.codes ? `${row.municipality} (${words.postcodes({ codes: row.codes })})` : row.municipality,
              },
              { key: 'team', header: words.team, cell: (row) => row.team },
              {
                key: 'phone',
                header: words.phone,
                cell: (row) => <a href={`tel:${row.phone.replace(/[^+\d]/g, '')}`}>{row.phone}</a>,
                keepTogether: true,
              },
            ]}
          />
        </Section>
        <Section title={words.known}>
          <p>{words.knownMore}</p>
          <LinkButton kind="secondary" href="/inloggen?terug=/mijn/aanmelden">
            {words.signIn}
          </LinkButton>
        </Section>
      </>
    ),
  });
}

/** The link at the foot of every page. */
export const askLabel = (lang: PageContext['lang']): string => askWords(lang).title;
