import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type PageContext, PageContextProvider } from '../page-context.tsx';
import { Button } from './button.tsx';
import { RadioGroup, ScaleField } from './choice-fields.tsx';
import { DateField, dateOfParts, datePartsOf, isEmptyDate, readDateParts } from './date-field.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form, type FormState, formErrors, kept, keptMany, SearchForm } from './form.tsx';
import { NumberField, SelectField, TextField } from './text-fields.tsx';

const context: PageContext = { lang: 'nl', path: '/', csrf: 'secret-of-this-session', nav: [], demo: false };
const render = (node: ReactNode): string =>
  renderToStaticMarkup(<PageContextProvider context={context}>{node}</PageContextProvider>);

describe('a form', () => {
  it('posts the token of the session and a key of its own along, fresh each time', () => {
    const one = render(<Form action="/refer">x</Form>);
    const two = render(<Form action="/refer">x</Form>);
    assert.match(one, /noValidate=""/);
    assert.match(one, /action="\/refer" method="post"/);
    assert.match(one, /name="_csrf" value="secret-of-this-session"/);
    const key = /name="_once" value="([0-9a-f-]{36})"/;
    assert.notEqual(one.match(key)?.[1], two.match(key)?.[1]);
  });

  it('cannot exist outside a page, where there is no token', () => {
    assert.throws(() => renderToStaticMarkup(<Form action="/refer">x</Form>), /PageContext/);
  });

  it('that only asks carries no token into the address', () => {
    const html = render(
      <SearchForm action="/search" label="Zoeken">
        <Button>Zoek</Button>
      </SearchForm>,
    );
    assert.match(html, /method="get"/);
    assert.doesNotMatch(html, /_csrf|_once/);
  });

  it('keeps what was typed, also when it is dangerous', () => {
    const html = render(<TextField name="name" label="Naam" value={'"><script>alert(1)</script>'} />);
    assert.doesNotMatch(html, /<script>/);
    assert.match(html, /value="&quot;&gt;&lt;script&gt;/);
  });
});

describe('a field', () => {
  it('ties label, help and error to its control', () => {
    const html = render(<TextField name="bsn" label="BSN" help="Negen cijfers" error="Vul negen cijfers in." />);
    assert.match(html, /<label[^>]*for="bsn"/);
    assert.match(html, /id="bsn-help"/);
    assert.match(html, /id="bsn-error"/);
    assert.match(html, /aria-describedby="bsn-help bsn-error"/);
    assert.match(html, /aria-invalid="true"/);
  });

  it('is required unless it says "niet verplicht"', () => {
    assert.match(render(<NumberField name="n" label="Minuten" />), / required=""/);
    const optional = render(<NumberField name="n" label="Minuten" optional />);
    assert.match(optional, /niet verplicht/);
    assert.doesNotMatch(optional, / required/);
  });

  it('with choices marks the one that was chosen', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    assert.match(render(<SelectField name="s" label="S" value="b" options={options} />), /value="b" selected=""/);
    const radios = render(<RadioGroup name="r" label="R" value="b" options={options} />);
    assert.equal(radios.match(/checked=""/g)?.length, 1);
    assert.match(radios, /id="r--2"[^>]*checked="" value="b"/);
  });

  it('of eleven marks says at both ends what they mean', () => {
    const html = render(<ScaleField name="m" label="Meedoen" low="slecht" high="goed" value={0} />);
    assert.equal(html.match(/type="radio"/g)?.length, 11);
    assert.match(html, /value="0"[^>]*checked|checked=""[^>]*value="0"/);
    assert.match(html, /<span class="omzien-hidden">: slecht<\/span>/);
    const empty = render(<ScaleField name="m" label="Meedoen" low="slecht" high="goed" value="" />);
    assert.doesNotMatch(empty, /checked/);
  });
});

describe('a date in three boxes', () => {
  it('is read back as it was typed, and becomes a day only when that day exists', () => {
    const posted = { 'birth-day': ' 31 ', 'birth-month': '2', 'birth-year': '1958' };
    const parts = readDateParts(posted, 'birth');
    assert.deepEqual(parts, { day: '31', month: '2', year: '1958' });
    assert.equal(dateOfParts(parts), undefined);
    assert.equal(dateOfParts({ day: '29', month: '02', year: '2024' }), '2024-02-29');
    assert.equal(dateOfParts({ day: '29', month: '2', year: '2023' }), undefined);
    assert.equal(dateOfParts({ day: '1', month: '13', year: '2023' }), undefined);
    assert.equal(dateOfParts({ day: '1', month: '1', year: '23' }), undefined);
  });

  it('nothing typed is something else than something wrong', () => {
    assert.ok(isEmptyDate(readDateParts({}, 'birth')));
    assert.ok(!isEmptyDate({ day: '', month: '2', year: '' }));
  });

  it('a field sent twice, or as a file, does not break it', () => {
    assert.deepEqual(readDateParts({ 'b-day': ['1', '2'], 'b-month': 3 }, 'b'), { day: '', month: '', year: '' });
  });

  it('shows a known date without zeroes in front', () => {
    assert.deepEqual(datePartsOf('1958-03-02'), { day: '2', month: '3', year: '1958' });
    const html = render(<DateField name="birth" label="Geboren" value="1958-03-02" />);
    assert.match(html, /id="birth" [^>]*name="birth-day"/);
    assert.match(html, /name="birth-year"[^>]*value="1958"/);
  });
});

describe('mistakes', () => {
  const state: FormState<'name' | 'days'> = {
    values: { name: 'A', days: ['mo', 'tu'] },
    errors: { days: 'Kies een dag.' },
  };

  it('are summarised on top, each leading to its field', () => {
    const html = render(<ErrorSummary errors={[...formErrors(state), { text: 'Probeer het opnieuw.' }]} />);
    assert.match(html, /Er zijn nog 2 dingen die niet kloppen/);
    assert.match(html, /<a href="#days">Kies een dag\.<\/a>/);
    assert.match(html, /tabindex="-1"/);
    assert.match(render(<ErrorSummary errors={formErrors(state)} />), /nog 1 ding dat niet klopt/);
  });

  it('do not cost what was typed', () => {
    assert.deepEqual(kept(state, 'name'), { name: 'name', value: 'A', error: undefined });
    assert.deepEqual(keptMany(state, 'days').values, ['mo', 'tu']);
    assert.deepEqual(keptMany({}, 'days').values, []);
  });
});
