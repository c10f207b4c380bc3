import type { Indicator, Region } from '../../../../content/index.ts';
import {
  Button,
  FileField,
  Form,
  type FormState,
  formErrors,
  kept,
  type PageContext,
  renderPage,
} from '../../../../ui/index.ts';
import type { Posted } from '../../../../web/index.ts';
import { ChooseIndicator, SeriesFields } from '../fields.tsx';
import { BRING } from '../house.ts';
import { bringWords } from '../words.ts';

/** Figures from a file: what they are about, of which source, and the file. */
export function filePage(
  context: PageContext,
  shown: {
    readonly region: Region;
    readonly indicator: Indicator | undefined;
    readonly values: Posted;
    readonly errors?: Readonly<Record<string, string>>;
  },
): string {
  const all = bringWords(context.lang);
  const { indicator, values } = shown;
  const state: FormState = { values, ...(shown.errors ? { errors: shown.errors } : {}) };
  return renderPage({
    title: all.list.file,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: BRING }, { label: all.list.file }],
    intro: all.fields.chooseIntro,
    errors: formErrors(state),
    main: (
      <>
        <ChooseIndicator action={`${BRING}/bestand`} region={shown.region} chosen={indicator} />
        {indicator ? (
          <Form action={`${BRING}/bestand?cijfer=${indicator.id}`} files>
            <SeriesFields indicator={indicator} state={state} values={values} />
            <FileField
              name="file"
              error={kept(state, 'file').error}
              label={all.fields.file}
              help={all.fields.fileHelp}
              accept={['.csv', '.txt', 'text/csv']}
            />
            <p className="omzien-soft">{all.fields.readNote}</p>
            <Button>{all.fields.read}</Button>
          </Form>
        ) : null}
      </>
    ),
  });
}
