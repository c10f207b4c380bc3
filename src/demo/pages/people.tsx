import type { RoleCode } from '../../platform/index.ts';
import {
  Button,
  Card,
  CardGrid,
  DataTable,
  Form,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../ui/index.ts';
import { roleLabel } from '../../web/index.ts';
import type { PublicPersona } from '../personas.ts';
import { demoWords } from './words.ts';

/** What a page tells of somebody whom a visitor may be. */
export type Shown = Pick<PublicPersona, 'id' | 'name' | 'role' | 'organisation' | 'municipality'>;

/** Somebody whom the provider knows and Omzien does not: see newcomers.ts. */
const NEWCOMER = 'newcomer';

const GROUPS: readonly {
  readonly key: 'residents' | 'atWork' | 'newcomers' | 'systems';
  readonly holds: (role: string) => boolean;
}[] = [
  { key: 'residents', holds: (role) => role === 'resident' || role === 'carer' },
  { key: 'atWork', holds: (role) => !['resident', 'carer', 'system', NEWCOMER].includes(role) },
  { key: 'newcomers', holds: (role) => role === NEWCOMER },
  { key: 'systems', holds: (role) => role === 'system' },
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const placeOf = (one: Shown): string => [one.organisation, one.municipality].filter(Boolean).join(', ');

/** `/demo`: who one can be and what each can do, and what else there is to try. */
export function startPage(context: PageContext, personas: readonly Shown[]): string {
  const all = demoWords(context.lang);
  const words = all.start;
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <LinkButton href="/inloggen">{words.signIn}</LinkButton>
        {GROUPS.map(({ key, holds }) => {
          const rows = personas.filter((one) => holds(one.role));
          return rows.length === 0 ? null : (
            <Section key={key} title={words[key]}>
              {key === 'systems' ? <p>{words.systemsText}</p> : null}
              <DataTable
                caption={words[key]}
                captionHidden
                rows={rows}
                rowKey={(one) => one.id}
                columns={[
                  { key: 'name', header: words.name, cell: (one) => one.name },
                  { key: 'role', header: words.role, cell: (one) => capital(roleLabel(one.role, context.lang)) },
                  { key: 'place', header: words.place, cell: placeOf },
                  { key: 'can', header: words.can, cell: (one) => capital(all.can[one.role]) },
                ]}
              />
            </Section>
          );
        })}
        <Section title={words.more}>
          <CardGrid>
            <Card title={words.post} level={3} icon="mail" href="/demo/post">
              <p>{words.postText}</p>
            </Card>
            <Card title={words.ehr} level={3} icon="care" href="/demo/ehr">
              <p>{words.ehrText}</p>
            </Card>
            <Card title={words.clock} level={3} icon="clock" href="/demo/klok">
              <p>{words.clockText}</p>
            </Card>
            <Card title={words.ui} level={3} icon="list" href="/ui">
              <p>{words.uiText}</p>
            </Card>
          </CardGrid>
        </Section>
      </>
    ),
  });
}

/**
 * The page of the identity provider on which a visitor picks who to be; it stands outside the web layer, so it makes its
 * own context. `form` says where to post and ties the answer to this sign-in.
 */
export function personaPage(
  personas: readonly { readonly id: string; readonly name: string; readonly role: string }[],
  form: { readonly action: string; readonly csrf: string },
): string {
  const context: PageContext = {
    lang: 'nl',
    path: form.action,
    csrf: form.csrf,
    nav: [],
    demo: true,
    signInHref: null,
  };
  const all = demoWords(context.lang);
  const words = all.persona;
  const shown = personas as readonly (Shown & { readonly role: RoleCode })[];
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <Form action={form.action} once={false} hidden={{ csrf: form.csrf }}>
        {GROUPS.filter(({ key }) => key !== 'systems').map(({ key, holds }) => (
          <Section key={key} title={all.start[key]}>
            <CardGrid>
              {shown
                .filter((one) => holds(one.role))
                .map((one) => (
                  <Card
                    key={one.id}
                    title={one.name}
                    level={3}
                    actions={
                      <Button kind="secondary" name="persona" value={one.id}>
                        {words.go({ name: one.name })}
                      </Button>
                    }
                  >
                    {key === 'newcomers' ? (
                      <p>{words.newcomer}</p>
                    ) : (
                      <>
                        <p>
                          {capital(roleLabel(one.role, context.lang))}
                          {placeOf(one) ? `, ${placeOf(one)}` : ''}.
                        </p>
                        <p>{capital(all.can[one.role])}.</p>
                      </>
                    )}
                  </Card>
                ))}
            </CardGrid>
          </Section>
        ))}
      </Form>
    ),
  });
}
