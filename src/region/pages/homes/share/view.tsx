import {
  Alert,
  Button,
  Card,
  DataTable,
  DateField,
  Form,
  type FormState,
  formatDate,
  formatNumber,
  formErrors,
  kept,
  NumberField,
  type PageContext,
  readDateParts,
  renderPage,
  SearchForm,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts';
import { KEY_PARTS, type Weights } from '../../../model/homes.ts';
import { homeWords } from '../words.ts';
import type { ShareRead } from './handler.ts';

const PATH = '/regiobeeld/wonen/verdeling';

/** The calculator of the fair share: weights, what they give each municipality, and what the owners decided. */
export function sharePage(context: PageContext, read: ShareRead, state: FormState): string {
  const { lang } = context;
  const all = homeWords(lang);
  const words = all.share;
  const { region, housing, scenario, type, total, weights, parts, shares, even, decided, mine } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const said = (given: Weights) => KEY_PARTS.map((part) => `${words.parts[part]} ${given[part]}`).join(', ');
  const signed = (value: number) => (value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : '0');
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    breadcrumbs: [{ label: all.title({ region: region.name }), href: '/regiobeeld/wonen' }, { label: words.title }],
    intro: words.intro,
    errors: formErrors(state),
    main: (
      <>
        <SearchForm action={PATH} label={words.weights}>
          <SelectField
            name="scenario"
            label={words.scenario}
            value={scenario.id}
            options={housing.scenarios.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="soort"
            label={all.type}
            value={type.id}
            options={housing.types.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {KEY_PARTS.map((part) => (
            <NumberField
              key={part}
              {...kept(state, `w-${part}`)}
              label={words.parts[part]}
              help={
                parts[part]
                  ? words.weightHelp
                  : words.missing({ part: words.parts[part], have: read.have(part), all: region.municipalities.length })
              }
            />
          ))}
          <Button>{words.calculate}</Button>
        </SearchForm>
        <Section title={words.result({ type: type.name, total: number(total) })}>
          <p>{scenario.text}</p>
          <DataTable
            caption={words.result({ type: type.name, total: number(total) })}
            captionHidden
            rows={region.municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: all.municipality, cell: ({ name }) => name },
              { key: 'homes', header: words.homes, numeric: true, cell: ({ id }) => number(shares.get(id) ?? 0) },
              { key: 'even', header: words.even, numeric: true, cell: ({ id }) => number(even.get(id) ?? 0) },
              {
                key: 'difference',
                header: words.difference,
                numeric: true,
                cell: ({ id }) => signed((shares.get(id) ?? 0) - (even.get(id) ?? 0)),
              },
            ]}
          />
          <p className="omzien-soft">{words.source}</p>
        </Section>
        {mine ? (
          <Section title={words.keep}>
            <Alert tone="warning">{words.keepIntro}</Alert>
            <Form
              action="/cijfers/wonen/verdeling"
              hidden={{
                scenario: scenario.id,
                soort: type.id,
                ...Object.fromEntries(KEY_PARTS.map((part) => [`w-${part}`, String(weights[part])])),
              }}
            >
              <TextField {...kept(state, 'name')} label={words.name} maxLength={80} />
              <DateField
                {...kept(state, 'decided')}
                value={readDateParts(state.values ?? {}, 'decided')}
                label={words.date}
              />
              <Button>{words.button}</Button>
            </Form>
          </Section>
        ) : null}
        <Section title={words.decided}>
          {decided.length === 0 ? <p>{words.none}</p> : null}
          {decided.map((one) => (
            <Card key={one.id} title={one.name} level={3}>
              <p>{words.decidedOn({ date: formatDate(one.decided_on, 'long', lang), who: one.by_name })}</p>
              <p>
                {words.result({
                  type: housing.types.find(({ id }) => id === one.type)?.name ?? one.type,
                  total: number(one.total),
                })}
                {'. '}
                {words.weightsWere({ weights: said(one.weights) })}
              </p>
              <p>{region.municipalities.map(({ id, name }) => `${name} ${number(one.shares[id] ?? 0)}`).join(', ')}.</p>
            </Card>
          ))}
        </Section>
      </>
    ),
  });
}
