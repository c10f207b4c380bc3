import {
  Button,
  DataList,
  DataTable,
  Form,
  formatDate,
  formatDateTime,
  formErrors,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
} from '../../ui/index.ts';
import type { Ehr, EhrLetter, EhrPatient } from './ehr.ts';
import { ehrWords } from './words.ts';

type Name = { readonly family: string; readonly given?: readonly string[] };

/** How a patient of the practice system is called. */
export function nameOf(patient: EhrPatient): string {
  const [name] = patient.name as readonly Name[];
  return [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
}

/** `/demo/ehr`: the patients of the practice. */
export function patientsPage(context: PageContext, ehr: Ehr): string {
  const words = ehrWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.crumb, href: '/demo' }, { label: words.title }],
    intro: words.intro,
    main: (
      <DataTable
        caption={words.patients}
        rows={ehr.patients}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: words.patients,
            cell: (one) => <a href={`/demo/ehr/patient/${one.id}`}>{nameOf(one)}</a>,
          },
          { key: 'born', header: words.born, cell: (one) => formatDate(String(one.birthDate), 'long', context.lang) },
          { key: 'letters', header: words.letters, cell: (one) => String(ehr.lettersOf(one.id).length) },
        ]}
      />
    ),
  });
}

/** `/demo/ehr/patient/:id`: one patient on screen, with what Omzien wrote back. */
export function patientPage(context: PageContext, ehr: Ehr, patient: EhrPatient, mistake?: string): string {
  const words = ehrWords(context.lang);
  const title = words.patient({ name: nameOf(patient) });
  const state = mistake ? { errors: { user: mistake } } : {};
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.crumb, href: '/demo' }, { label: words.title, href: '/demo/ehr' }, { label: title }],
    intro: words.onScreen,
    errors: formErrors(state),
    main: (
      <>
        <DataList facts={[{ term: words.born, value: formatDate(String(patient.birthDate), 'long', context.lang) }]} />
        <Form action={`/demo/ehr/patient/${patient.id}`} once={false}>
          <RadioGroup
            name="user"
            label={words.who}
            options={ehr.users.map(({ id, name }) => ({ value: id, label: name }))}
            error={mistake}
          />
          <Button>{words.go}</Button>
        </Form>
        <Section title={words.lettersTitle}>
          <Letters context={context} patient={patient} letters={ehr.lettersOf(patient.id)} />
        </Section>
      </>
    ),
  });
}

function Letters({
  context,
  patient,
  letters,
}: {
  readonly context: PageContext;
  readonly patient: EhrPatient;
  readonly letters: readonly EhrLetter[];
}) {
  const words = ehrWords(context.lang);
  if (letters.length === 0) return <p>{words.noLetters}</p>;
  return (
    <ul className="utrecht-unordered-list">
      {letters.map((one) => (
        <li key={one.id} className="utrecht-unordered-list__item">
          <a href={`/demo/ehr/patient/${patient.id}/brief/${one.id}`}>
            {words.letter({ date: formatDateTime(one.at, 'long', context.lang) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
