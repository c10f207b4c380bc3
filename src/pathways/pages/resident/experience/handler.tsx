import type { QuestionnaireContent } from '../../../../content/index.ts';
import { ABSENT, textIn } from '../../../../platform/index.ts';
import {
  Button,
  defineWords,
  EmptyState,
  Form,
  type FormState,
  formErrors,
  LinkButton,
  type PageContext,
  renderPage,
} from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { CaseRow } from '../../../case-store.ts';
import type { PathwayGround } from '../../../ground.ts';
import { questionsOf } from '../../../model/index.ts';
import { openCase, ownCases } from '../../../read/case.ts';
import { LOOKS_BACK, tellExperience } from '../../../service/experience.ts';
import { fieldName, readQuestions } from '../../public/questions/form.ts';
import { QuestionField } from '../../public/questions/view.tsx';
import { publicWords } from '../../public/words.ts';
import { answerSets } from '../../shared/index.ts';
import { residentWords } from '../words.ts';

export const experienceWords = defineWords({
  nl: {
    title: 'Hoe vond u de hulp?',
    intro: 'Wij leren graag van wat u meemaakte. Meedoen mag, het hoeft niet. U vult het één keer in.',
    used: 'Uw antwoorden tellen mee in cijfers van de organisatie die u hielp. Daar staat geen naam bij. Onder de tien antwoorden tonen wij niets.',
    send: 'Versturen',
    done: 'Dank u wel. Wij leren ervan.',
    nothing: 'Er is nu niets te vragen',
    nothingMore: 'Als de hulp klaar is, vragen wij u hier hoe u het vond. Misschien vulde u het al in.',
  },
  en: {
    title: 'How did you find the help?',
    intro: 'We like to learn from what you met. You may take part, you need not. You fill it in once.',
    used: 'Your answers count in figures of the organisation that helped you. No name is with them. Under ten answers we show nothing.',
    send: 'Send',
    done: 'Thank you. We learn from it.',
    nothing: 'There is nothing to ask now',
    nothingMore: 'When the help is done, we ask you here how you found it. You may have filled it in already.',
  },
});

type Asked = { readonly row: CaseRow; readonly questionnaire: QuestionnaireContent };

/** The newest case that somebody can look back on and has not yet; undefined where there is none. */
async function askedOf(ground: PathwayGround, ask: Ask): Promise<Asked | undefined> {
  const cases = await ownCases(ground, ask.actor, ask.door);
  if (!cases.ok) return undefined;
  const definitions = ground.definitions.in(ask.context.lang);
  for (const row of cases.value.filter((one) => LOOKS_BACK.includes(one.stage))) {
    const id = definitions.pathway(row.pathway, row.pathway_version).questionnaires.experience;
    const what = { resident: row.resident_id, caseId: row.id };
    const opened = id ? await openCase(ground, ask.actor, what, ask.door) : undefined;
    if (!id || !opened?.ok) continue;
    const told = answerSets(definitions, opened.value.responses).some((set) => set.questionnaire.id === id);
    if (!told) return { row, questionnaire: definitions.questionnaire(id) };
  }
  return undefined;
}

/** GET /mijn/ervaring */
export async function showExperience(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const asked = await askedOf(ground, ask);
  const draft = await ask.draft();
  return experiencePage(ask.context, asked?.questionnaire, draft ? { values: draft } : {});
}

/** POST /mijn/ervaring */
export async function keepExperience(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const asked = await askedOf(ground, ask);
  const { lang } = ask.context;
  if (!asked) return { to: '/mijn/ervaring' };
  const read = readQuestions(ask.posted, [asked.questionnaire], publicWords(lang).questions);
  if (!read.ok)
    return { again: experiencePage(ask.context, asked.questionnaire, { values: ask.posted, errors: read.errors }) };
  const answers = read.value[asked.questionnaire.id];
  if (!answers) return { problem: ABSENT };
  const told = { resident: asked.row.resident_id, caseId: asked.row.id, answers };
  const done = await tellExperience(ground, ask.actor, told, ask.door);
  if (!done.ok && done.problem.kind === 'conflict')
    return { to: '/mijn', flash: { kind: 'info', text: textIn(done.problem.text, lang) } };
  if (!done.ok) return { problem: done.problem };
  return { to: '/mijn', flash: { kind: 'good', text: experienceWords(lang).done } };
}

function experiencePage(
  context: PageContext,
  questionnaire: QuestionnaireContent | undefined,
  form: FormState = {},
): string {
  const words = experienceWords(context.lang);
  const home = residentWords(context.lang).nav.home;
  if (!questionnaire)
    return renderPage({
      title: words.title,
      kind: 'resident',
      context,
      main: (
        <EmptyState title={words.nothing} action={<LinkButton href="/mijn">{home}</LinkButton>}>
          <p>{words.nothingMore}</p>
        </EmptyState>
      ),
    });
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    breadcrumbs: [{ label: home, href: '/mijn' }, { label: words.title }],
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <p>{words.used}</p>
        <Form action="/mijn/ervaring">
          {questionsOf(questionnaire).map((question) => (
            <QuestionField
              key={question.linkId}
              name={fieldName(questionnaire.id, question.linkId)}
              question={question}
              form={form}
              words={publicWords(context.lang).questions}
            />
          ))}
          <Button icon="send">{words.send}</Button>
        </Form>
      </>
    ),
  });
}
