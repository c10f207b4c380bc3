import {
  Button,
  CheckboxGroup,
  Details,
  Form,
  type FormState,
  kept,
  keptMany,
  type Language,
  LinkButton,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import { decisionsFor, mayDecide, mayExtend, mayFinish } from '../../../model/request.ts';
import { REGIMES } from '../../../model/retention.ts';
import { factsOf } from '../../../service/requests.ts';
import { requestKey } from '../../../store/requests.ts';
import { requestWords } from '../words.ts';
import { CorrectFields } from './correct-fields.tsx';
import type { RequestField, RequestPage } from './view.tsx';

/** What can be done with a request now; nothing that cannot be done is on the page. */
export function RequestForms(props: {
  readonly page: RequestPage;
  readonly form: FormState<RequestField>;
  readonly lang: Language;
}) {
  const { page, form } = props;
  const { request } = page;
  const all = requestWords(props.lang);
  const words = all.one;
  const facts = factsOf(request);
  const at = `/privacy/verzoeken/${requestKey(request)}`;
  const lifts = request.kind === 'restrict';
  const grounds = page.rules.refusals.filter((one) => one.kinds.includes(request.kind));
  return (
    <>
      {request.state === 'open' && !request.identity ? (
        <Section title={words.identity}>
          <Form action={`${at}/identiteit`} label={words.identity}>
            <TextField {...kept(form, 'identity')} label={words.identityHow} maxLength={500} />
            <Button>{words.identitySave}</Button>
          </Form>
        </Section>
      ) : null}
      {(request.kind === 'see' || request.kind === 'correct') &&
      request.identity &&
      (request.state === 'open' || request.state === 'decided') ? (
        <Details summary={all.content.open}>
          <p>{all.content.why}</p>
          <LinkButton kind="secondary" href={`${at}/inhoud`}>
            {all.content.open}
          </LinkButton>
        </Details>
      ) : null}
      {mayDecide(facts).can ? (
        <Section title={words.decide} id="besluit">
          <Form
            action={`${at}/besluit`}
            label={words.decide}
            hidden={page.entry ? { entry: `${page.entry.type}/${page.entry.id}` } : {}}
          >
            <RadioGroup
              {...kept(form, 'decision')}
              label={words.decision}
              options={decisionsFor(request.kind).map((one) => ({ value: one, label: all.decisions[one] }))}
            />
            {grounds.length > 0 ? (
              <CheckboxGroup
                {...keptMany(form, 'grounds')}
                label={words.grounds}
                help={words.groundsHelp}
                optional
                options={grounds.map((one) => ({ value: one.id, label: one.text[props.lang], help: one.source }))}
              />
            ) : null}
            {request.kind === 'erase' ? (
              <CheckboxGroup
                {...keptMany(form, 'parts')}
                label={words.parts}
                help={words.partsHelp}
                optional
                options={REGIMES.map((one) => ({ value: one, label: all.regimes[one] }))}
              />
            ) : null}
            {request.kind === 'correct' ? <CorrectFields page={page} form={form} lang={props.lang} /> : null}
            <TextArea {...kept(form, 'told')} label={words.told} help={words.toldHelp} rows={6} maxLength={4000} />
            <Button>{words.decideSave}</Button>
          </Form>
        </Section>
      ) : null}
      {mayExtend(facts, page.today).can ? (
        <Details summary={words.extend} open={form.errors?.why !== undefined}>
          <Form action={`${at}/verlengen`} label={words.extend}>
            <p>{words.extendIntro}</p>
            <TextArea {...kept(form, 'why')} label={words.extendWhy} maxLength={2000} />
            <Button kind="secondary">{words.extendSave}</Button>
          </Form>
        </Details>
      ) : null}
      {mayFinish(facts).can ? (
        <Section title={lifts ? words.lift : words.finish}>
          {lifts ? <p>{words.liftIntro}</p> : null}
          <Form action={`${at}/klaar`} label={lifts ? words.lift : words.finish}>
            <TextArea {...kept(form, 'note')} label={lifts ? words.liftNote : words.finishNote} maxLength={2000} />
            <Button>{lifts ? words.liftSave : words.finishSave}</Button>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
