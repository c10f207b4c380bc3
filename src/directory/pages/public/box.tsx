import { Button, SearchForm, TextField } from '../../../ui/index.ts';
import type { PublicWords } from './words.ts';

/** The search box: one's own words, and where. */
export function SearchBox(props: {
  readonly words: PublicWords;
  readonly asked?: string | undefined;
  readonly place?: string | undefined;
  /** What is kept of the address: filters. */
  readonly hidden?: Readonly<Record<string, string>>;
}) {
  const { box } = props.words;
  return (
    <SearchForm action="/hulp" label={box.label} inline hidden={props.hidden ?? {}}>
      <TextField name="q" label={box.words} help={box.wordsHelp} type="search" maxLength={300} value={props.asked} />
      <TextField name="plaats" label={box.place} help={box.placeHelp} maxLength={80} value={props.place} />
      <Button icon="search">{box.go}</Button>
    </SearchForm>
  );
}
