import { Button, type Language, SearchForm, TextField } from '../../../ui/index.ts';
import { findWords } from './words.ts';

/** A box to type a postcode or a place in; with an indicator, to see that one of it. */
export function AreaFinder(props: {
  readonly lang: Language;
  readonly indicator?: string | undefined;
  /** `buurt`: to its page about homes rather than to its figures. */
  readonly towards?: 'buurt' | undefined;
  /** With the map with boundaries, where that was chosen. */
  readonly outlined?: boolean;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
}) {
  const words = findWords(props.lang);
  return (
    <SearchForm
      action="/regiobeeld/gebied"
      label={words.label}
      inline
      hidden={{
        ...(props.indicator ? { cijfer: props.indicator } : {}),
        ...(props.indicator && props.outlined ? { kaart: 'grenzen' } : {}),
        ...(props.towards ? { naar: props.towards } : {}),
      }}
    >
      <TextField
        name="zoek"
        label={words.label}
        help={words.help}
        value={props.typed}
        error={props.error}
        maxLength={80}
        width="half"
      />
      <Button kind="secondary">{words.find}</Button>
    </SearchForm>
  );
}
