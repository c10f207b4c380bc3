import type { Region } from '../../../content/index.ts';
import {
  APPROACH_NAMES,
  kindOf,
  PAID_BY,
  PARAMETER_IDS,
  PARAMETERS,
  PAYERS,
  type Parameter,
} from '../../../simulation/index.ts';
import { DataTable, formatNumber, type Language, type PageContext, renderPage, Section } from '../../../ui/index.ts';
import { whatIfWords } from '../what-if/words.ts';
import { monitorWords } from '../words.ts';
import { assumptionWords } from './words.ts';

const KINDS = ['lives', 'use', 'price'] as const;

/** GET /regiobeeld/wat-als/aannames: every number of the model with its range, and its source or that it is assumed. */
export function assumptionsPage(context: PageContext, region: Region): string {
  const { lang } = context;
  const words = assumptionWords(lang);
  const all = PARAMETER_IDS.map((id) => ({ id, parameter: PARAMETERS[id] as Parameter }));
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: whatIfWords(lang).nav, href: '/regiobeeld/wat-als' },
      { label: words.title },
    ],
    intro: words.intro({
      count: all.length,
      assumed: all.filter(({ parameter }) => 'assumption' in parameter.basis).length,
    }),
    main: (
      <>
        {KINDS.map((kind) => (
          <Section key={kind} title={words.groups[kind]}>
            <DataTable
              caption={words.groups[kind]}
              captionHidden
              rows={all.filter(({ id }) => kindOf(id) === kind)}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: words.name, cell: ({ parameter }) => parameter.label[lang] },
                { key: 'value', header: words.value, cell: ({ parameter }) => amountOf(parameter, lang) },
                { key: 'range', header: words.range, cell: ({ parameter }) => rangeOf(parameter, lang) },
                { key: 'unit', header: words.unit, cell: ({ parameter }) => parameter.unit[lang] },
                { key: 'basis', header: words.basis, cell: ({ parameter }) => <Basis of={parameter} lang={lang} /> },
              ]}
            />
          </Section>
        ))}
        <Section title={words.payers}>
          <p>{words.payersSay}</p>
          <DataTable
            caption={words.payers}
            captionHidden
            rows={APPROACH_NAMES.map((name) => ({ name }))}
            rowKey={({ name }) => name}
            columns={[
              { key: 'approach', header: words.approach, cell: ({ name }) => whatIfWords(lang).approaches[name] },
              {
                key: 'paid',
                header: words.paidBy,
                cell: ({ name }) =>
                  PAYERS.flatMap((payer) => {
                    const part = PAID_BY[name][payer];
                    return part ? [`${whatIfWords(lang).outcomes[payer]} ${formatNumber(part * 100, 0, lang)}%`] : [];
                  }).join(', '),
              },
            ]}
          />
        </Section>
      </>
    ),
  });
}

/** As many figures as a number needs to be seen. */
function shown(value: number, lang: Language): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return formatNumber(value, digits, lang);
}

function amountOf(parameter: Parameter, lang: Language): string {
  return parameter.kind === 'value' ? shown(parameter.value, lang) : assumptionWords(lang).byAge;
}

function rangeOf(parameter: Parameter, lang: Language): string {
  const words = assumptionWords(lang);
  const [lower, upper] = [shown(parameter.range[0], lang), shown(parameter.range[1], lang)];
  return parameter.kind === 'value' ? words.between({ lower, upper }) : words.factor({ lower, upper });
}

function Basis({ of, lang }: { readonly of: Parameter; readonly lang: Language }) {
  const words = assumptionWords(lang);
  return 'source' in of.basis ? (
    <>
      <strong>{words.source}:</strong> {of.basis.source[lang]}
    </>
  ) : (
    <>
      <strong>{words.assumption}:</strong> {of.basis.assumption[lang]}
    </>
  );
}
