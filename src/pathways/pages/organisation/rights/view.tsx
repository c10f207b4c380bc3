import type { AccessRow, Facet, RoleCode } from '../../../../platform/index.ts';
import {
  DataList,
  DataTable,
  formatNumber,
  type Language,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import { type OpenRelation, RELATIONS_CAP } from '../../../read/open-relations.ts';
import { capital } from '../role/view.tsx';
import { rightsWords } from './words.ts';

/** What one role may, as the table says it, and on which grounds as the pathways say it. */
export type RoleRights = {
  readonly role: RoleCode;
  readonly rows: readonly AccessRow[];
  readonly grounds: readonly {
    readonly pathway: string;
    readonly may: string;
    readonly articles: readonly string[];
    readonly sure: boolean;
    readonly consents: readonly string[];
  }[];
};

/** What an organisation may see of residents and why; no resident is in it. */
export function rightsPage(
  context: PageContext,
  page: { readonly roles: readonly RoleRights[]; readonly relations: readonly OpenRelation[] },
): string {
  const { lang } = context;
  const words = rightsWords(lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        {page.roles.map((one) => (
          <RoleSection key={one.role} rights={one} lang={lang} />
        ))}
        <Section title={words.numbers}>
          <p>{words.numbersText}</p>
          {page.relations.length === 0 ? (
            <p>{words.numbersNone}</p>
          ) : (
            <DataTable
              caption={words.numbers}
              captionHidden
              rows={page.relations}
              rowKey={(one) => `${one.relation} ${one.purpose}`}
              columns={[
                { key: 'relation', header: words.when, cell: (one) => capital(words.relations[one.relation]) },
                { key: 'purpose', header: words.why, cell: (one) => named(words.purposes, one.purpose) },
                { key: 'residents', header: words.residents, numeric: true, cell: (one) => residentsIn(one, lang) },
              ]}
            />
          )}
          <p className="omzien-soft">{words.ends}</p>
        </Section>
      </>
    ),
  });
}

function residentsIn({ residents }: OpenRelation, lang: Language): string {
  const words = rightsWords(lang);
  if (residents === null) return words.hidden;
  const shown = formatNumber(residents, 0, lang);
  return residents >= RELATIONS_CAP ? words.capped({ cap: shown }) : shown;
}

/** A word of the catalogue; a code that has none yet is shown as it is rather than left out. */
const named = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

function seenIn(row: AccessRow, lang: Language): string {
  const words = rightsWords(lang);
  const list = (facets: readonly Facet[]) => facets.map((facet) => named(words.facets, facet)).join('; ');
  const parts = [
    ...(row.whole.length > 0 ? [list(row.whole)] : []),
    ...(row.own.length > 0 ? [words.seesOwn({ what: list(row.own) })] : []),
  ];
  return parts.length > 0 ? capital(parts.join('; ')) : capital(words.seesNothing);
}

/** The ground as its reader calls the law: the GDPR is the AVG in Dutch. */
const groundIn = (row: AccessRow, lang: Language): string =>
  lang === 'nl' ? row.ground.replaceAll('GDPR', 'AVG') : row.ground;

function RoleSection(props: { readonly rights: RoleRights; readonly lang: Language }) {
  const { rights, lang } = props;
  const words = rightsWords(lang);
  const title = capital(roleLabel(rights.role, lang));
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={rights.rows}
        rowKey={(row) => `${row.relation} ${row.purpose}`}
        columns={[
          { key: 'when', header: words.when, cell: (row) => capital(named(words.relations, row.relation)) },
          { key: 'sees', header: words.sees, cell: (row) => seenIn(row, lang) },
          {
            key: 'does',
            header: words.does,
            cell: (row) => capital(row.acts.map((act) => named(words.acts, act)).join(', ')),
          },
          { key: 'why', header: words.why, cell: (row) => capital(named(words.purposes, row.purpose)) },
          { key: 'ground', header: words.ground, cell: (row) => groundIn(row, lang) },
        ]}
      />
      {rights.grounds.length > 0 ? (
        <DataList
          facts={rights.grounds.map((one) => ({
            term: `${words.more}: ${one.pathway}`,
            value: (
              <>
                <p>{words.moreText({ may: one.may, articles: one.articles.join(', ') })}</p>
                <p>
                  {one.consents.length > 0
                    ? one.consents.map((text) => words.consent({ title: text })).join(' ')
                    : words.noConsent}
                </p>
                {one.sure ? null : <p>{words.toBeConfirmed}</p>}
              </>
            ),
          }))}
        />
      ) : null}
    </Section>
  );
}
