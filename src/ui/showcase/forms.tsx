import { iconDrawings } from '../icon.tsx';
import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  ConsentCard,
  CrisisBox,
  DateField,
  Form,
  FormSection,
  Icon,
  type IconName,
  LinkButton,
  NumberField,
  PrintButton,
  RadioGroup,
  ScaleField,
  SearchForm,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../parts.ts';
import { longName } from './sample.ts';

/** Buttons and messages, each in every kind. */
export function ButtonsAndMessages() {
  return (
    <>
      <Section title="Knoppen">
        <ButtonGroup>
          <LinkButton href="#knoppen">Ja, ik wil dit</LinkButton>
          <LinkButton href="#knoppen" kind="secondary" icon="mail">
            Bericht sturen
          </LinkButton>
          <LinkButton href="#knoppen" kind="danger">
            Ik wil dit niet meer
          </LinkButton>
          <LinkButton href="#knoppen" kind="subtle">
            Dag veranderen
          </LinkButton>
          <LinkButton href="#knoppen" kind="secondary" small about="voor A. Voorbeeld">
            Plan
          </LinkButton>
          <PrintButton />
        </ButtonGroup>
      </Section>
      <Section title="Meldingen">
        <Alert tone="info" title="Uw coach is er volgende week niet">
          K. Collega neemt het over. U hoeft niets te doen.
        </Alert>
        <Alert tone="good">De verwijzing is verstuurd naar team Noord.</Alert>
        <Alert tone="warning" title="Controleer het document en het BSN">
          Misschien is deze persoon al bekend. Wij laten om privacy niet zien wie.
        </Alert>
        <Alert tone="error" title="Niet verstuurd">
          De aanbieder heeft net geen plek meer. Kies een andere plek. Wat u invulde, staat er nog.
        </Alert>
      </Section>
      <Section title="Tekens">
        <ul className="omzien-sample-icons">
          {Object.keys(iconDrawings).map((name) => (
            <li key={name}>
              <Icon name={name as IconName} /> {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Every field: empty, filled, wrong, long. */
export function Fields() {
  return (
    <>
      <Section title="Zoeken">
        <SearchForm action="/ui" label="Hulp zoeken" inline>
          <TextField name="q" label="Waar kunnen wij u mee helpen?" type="search" value="ik ben vaak alleen" />
          <TextField name="place" label="Plaats of postcode" optional />
          <Button icon="search">Zoek</Button>
        </SearchForm>
      </Section>
      <Section title="Velden, nog leeg">
        <Form action="/ui" label="Lege velden">
          <TextField name="name" label="Naam" help="Zoals het in het paspoort staat." autocomplete="name" />
          <TextField name="bsn" label="Burgerservicenummer (BSN)" type="digits" width="half" maxLength={9} />
          <DateField name="birth" label="Geboortedatum" help="Bijvoorbeeld 12 3 1958" birthDate />
          <NumberField name="minutes" label="Hoe lang duurde het gesprek?" suffix="minuten" />
          <SelectField
            name="municipality"
            label="Gemeente"
            empty="Kies een gemeente"
            options={[
              { value: 'a', label: 'Voorbeeldstad' },
              { value: 'b', label: 'Proefdorp aan de Denkbeeldige Beek' },
            ]}
            width="half"
          />
          <RadioGroup
            name="urgency"
            label="Hoe snel moet er iets gebeuren?"
            options={[
              { value: 'week', label: 'Deze week', help: 'De coach belt binnen vijf werkdagen.' },
              { value: 'month', label: 'Deze maand' },
              { value: 'later', label: 'Het kan wachten' },
            ]}
          />
          <RadioGroup
            name="yes-no"
            label="Heeft u vervoer nodig?"
            value="no"
            inline
            options={[
              { value: 'yes', label: 'Ja' },
              { value: 'no', label: 'Nee' },
            ]}
          />
          <CheckboxGroup
            name="reasons"
            label="Waarom verwijst u?"
            help="Kies alles wat meespeelt."
            values={['money']}
            options={[
              { value: 'alone', label: 'Vaak alleen' },
              { value: 'money', label: 'Zorgen over geld' },
              { value: 'lifestyle', label: 'Meer bewegen, anders eten, beter slapen' },
            ]}
          />
          <ScaleField
            name="joining"
            label="Meedoen: hoe vaak ziet of spreekt u mensen die u goed doen?"
            low="bijna nooit"
            high="zo vaak als ik wil"
          />
          <TextArea name="matters" label="Wat vindt u belangrijk?" optional />
          <Checkbox name="agreed" label="De inwoner vindt het goed dat ik dit doorgeef aan de welzijnscoach." />
          <Button>Verwijzen</Button>
        </Form>
      </Section>
      <Section title="Velden met een fout, of gevuld">
        <Form action="/ui" label="Velden met fouten">
          <TextField name="name-2" label="Naam" value={longName} />
          <TextField
            name="bsn-2"
            label="Burgerservicenummer (BSN)"
            type="digits"
            value="12345678"
            width="half"
            error="Een BSN heeft negen cijfers. U vulde er acht in."
          />
          <DateField
            name="birth-2"
            label="Geboortedatum"
            value={{ day: '31', month: '2', year: '1958' }}
            error="31 februari bestaat niet. Controleer de datum."
          />
          <FormSection title="Gesprek">
            <RadioGroup
              name="urgency-2"
              label="Hoe snel moet er iets gebeuren?"
              error="Kies één antwoord."
              options={[
                { value: 'week', label: 'Deze week' },
                { value: 'month', label: 'Deze maand' },
              ]}
            />
            <ScaleField name="joining-2" label="Meedoen" low="gaat slecht" high="gaat heel goed" value={7} />
            <TextArea
              name="matters-2"
              label="Wat vindt u belangrijk?"
              value="Weer met mensen aan tafel zitten. En dat mijn dochter zich minder zorgen maakt."
            />
          </FormSection>
          <Checkbox name="agreed-2" label="De inwoner vindt dit goed." error="Zonder akkoord kunt u niet verwijzen." />
          <ButtonGroup>
            <Button>Opslaan</Button>
            <Button kind="secondary" name="answer" value="later">
              Later verder
            </Button>
          </ButtonGroup>
        </Form>
      </Section>
    </>
  );
}

/** Consent in its states and the crisis box. */
export function ConsentAndCrisis() {
  const shared = {
    what: 'Waarom u bent verwezen, en uw telefoonnummer. Niet uw medische gegevens.',
    forWhom: 'Welzijnscoaches van Voorbeeld Welzijn, team Noord',
    why: 'Dan kan de coach u bellen voor een gesprek.',
    withdraw: 'Dat mag altijd. Vanaf dat moment delen we niets nieuws. Wat de coach al heeft, blijft bij de coach.',
    action: '/ui',
  } as const;
  return (
    <Section title="Toestemming">
      <div className="omzien-card-grid">
        <ConsentCard {...shared} level={3} question="Mag uw huisarts dit doorgeven?" state={{ kind: 'asked' }} />
        <ConsentCard
          {...shared}
          level={3}
          question="Mag de coach dit doorgeven aan de eettafel?"
          state={{ kind: 'given', on: '2026-03-05' }}
        />
        <ConsentCard
          {...shared}
          level={3}
          question="Mag de apotheek meekijken?"
          state={{ kind: 'withdrawn', on: '2026-03-08' }}
        />
      </div>
      <CrisisBox level={3} notReadAtOnce />
    </Section>
  );
}
