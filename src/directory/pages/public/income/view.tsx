import type { Region, Scheme } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  Card,
  DataList,
  type FormState,
  formatDate,
  formErrors,
  kept,
  Link,
  LinkButton,
  type PageContext,
  PrintButton,
  RadioGroup,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { publicWords } from '../words.ts';
import { QUESTIONS, type QuestionName } from './form.ts';
import { type IncomeWords, incomeWords } from './words.ts';

const PATH = '/hulp/inkomen';

/** Five questions, each with a few answers to choose from. */
export function questionsPage(context: PageContext, region: Region, form: FormState<QuestionName> = {}): string {
  const words = incomeWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    breadcrumbs: crumbs(context, words),
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <form className="utrecht-form" method="post" action={PATH} noValidate autoComplete="off">
        {(Object.keys(QUESTIONS) as QuestionName[]).map((name) => (
          <RadioGroup
            key={name}
            {...kept(form, name)}
            label={words[name].label}
            {...(name === 'income' ? { help: words.income.help } : {})}
            options={QUESTIONS[name].map((value) => ({ value, label: labelOf(name, value, words, region) }))}
          />
        ))}
        <Button>{words.go}</Button>
      </form>
    ),
  });
}

function labelOf(name: QuestionName, value: string, words: IncomeWords, region: Region): string {
  const labels: Readonly<Record<string, string>> = name === 'income' ? region.schemes.incomes : words[name];
  return labels[value] ?? value;
}

/** The schemes that may be for who answered, each with why, what to mind and where to ask. */
export function answersPage(context: PageContext, region: Region, schemes: readonly Scheme[]): string {
  const words = incomeWords(context.lang);
  return renderPage({
    title: words.result({ count: schemes.length }),
    kind: 'public',
    context,
    breadcrumbs: crumbs(context, words),
    main: (
      <>
        <Alert tone="info">{schemes.length > 0 ? words.indication : words.none}</Alert>
        {schemes.map((scheme) => (
          <SchemeCard key={scheme.id} scheme={scheme} words={words} lang={context.lang} />
        ))}
        <Section title={words.helpTitle}>
          <p>
            {words.helpText} <Link href="/hulp?q=formulieren">{words.helpLink}</Link>.
          </p>
          <p>{publicWords(context.lang).search.callLine(region.search.help)}</p>
          <ButtonGroup>
            <LinkButton kind="secondary" href={PATH}>
              {words.again}
            </LinkButton>
            <PrintButton>{words.print}</PrintButton>
          </ButtonGroup>
        </Section>
      </>
    ),
  });
}

function SchemeCard(props: {
  readonly scheme: Scheme;
  readonly words: IncomeWords;
  readonly lang: PageContext['lang'];
}) {
  const { scheme, words } = props;
  return (
    <Card title={scheme.name}>
      <p>{scheme.what}</p>
      <DataList
        facts={[
          { term: words.why, value: scheme.why },
          ...(scheme.mind ? [{ term: words.mind, value: scheme.mind }] : []),
          {
            term: words.where,
            value: scheme.url ? (
              <>
                {scheme.where}{' '}
                <Link href={scheme.url} about={scheme.name}>
                  {words.site}
                </Link>
              </>
            ) : (
              scheme.where
            ),
          },
        ]}
      />
      {scheme.status === 'check' ? (
        <p className="omzien-soft">{words.checked({ date: formatDate(scheme.checkedOn, 'long', props.lang) })}</p>
      ) : null}
    </Card>
  );
}

function crumbs(context: PageContext, words: IncomeWords) {
  return [{ label: publicWords(context.lang).search.title, href: '/hulp' }, { label: words.title }];
}
