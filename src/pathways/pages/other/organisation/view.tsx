import type { RoleCode } from '../../../../platform/index.ts';
import {
  Card,
  DataTable,
  EmptyState,
  formatDate,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import type { Colleague } from '../../../read/organisation.ts';
import { otherWords } from '../words.ts';

export type OrganisationPage = {
  readonly name: string;
  readonly people: readonly Colleague[];
  readonly ties: readonly { readonly practice: string; readonly team: string }[];
  readonly nameOf: (reference: string) => string;
};

/** Who works at an organisation in which role, and which team belongs to which practice. Read-only. */
export function organisationPage(context: PageContext, page: OrganisationPage): string {
  const words = otherWords(context.lang).organisation;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro({ name: page.name }),
    main: (
      <>
        <Section title={words.people}>
          {page.people.length === 0 ? (
            <EmptyState title={words.peopleEmpty} level={3} />
          ) : (
            <DataTable
              caption={words.people}
              captionHidden
              rows={page.people}
              rowKey={(one) => one.id}
              columns={[
                { key: 'name', header: words.name, cell: (one) => one.person_name },
                { key: 'role', header: words.role, cell: (one) => roleLabel(one.code as RoleCode, context.lang) },
                { key: 'teams', header: words.teams, cell: (one) => one.services.map(page.nameOf).join(', ') || '–' },
                {
                  key: 'until',
                  header: words.until,
                  cell: (one) =>
                    one.active ? (one.until ? formatDate(one.until, 'long', context.lang) : words.noEnd) : words.off,
                },
              ]}
            />
          )}
        </Section>
        <Section title={words.ties}>
          <p>{words.tiesIntro}</p>
          {page.ties.length === 0 ? (
            <EmptyState title={words.tiesEmpty} level={3} />
          ) : (
            <DataTable
              caption={words.ties}
              captionHidden
              rows={page.ties}
              rowKey={(tie) => `${tie.practice}-${tie.team}`}
              columns={[
                { key: 'practice', header: words.practice, cell: (tie) => page.nameOf(tie.practice) },
                { key: 'team', header: words.team, cell: (tie) => page.nameOf(tie.team) },
              ]}
            />
          )}
        </Section>
        <Card title={words.own} icon="safe">
          <p>{words.ownText}</p>
        </Card>
        <Card title={words.change}>
          <p>{words.changeText}</p>
        </Card>
      </>
    ),
  });
}
