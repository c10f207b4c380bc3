import type { Region, Theme } from '../../content/index.ts';
import { type Language, Link, Pager } from '../../ui/index.ts';
import { monitorWords } from './words.ts';

/** A page with more figures than this is no page that anyone reads; it costs the same however many figures there are. */
export const MOST = 50;

/** The figures on one page: of all themes or of one, `MOST` at a time. */
export type Part = {
  readonly themes: readonly Theme[];
  readonly ids: readonly string[];
  readonly theme: string | undefined;
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly total: number;
};

/** The part that `?thema=&blad=` asks for; undefined when there is no such theme or page. */
export function partOf(region: Region, theme: string | undefined, page: string | undefined): Part | undefined {
  const chosen = region.themes.filter(({ id }) => theme === undefined || id === theme);
  const total = chosen.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const pages = Math.max(1, Math.ceil(total / MOST));
  const number = Number(page ?? 1);
  if (chosen.length === 0 || !Number.isInteger(number) || number < 1 || number > pages) return undefined;
  const from = (number - 1) * MOST;
  let before = 0;
  const themes = chosen.flatMap((one) => {
    const start = before;
    before += one.indicators.length;
    const indicators = one.indicators.slice(Math.max(0, from - start), Math.max(0, from + MOST - start));
    return indicators.length > 0 ? [{ ...one, indicators }] : [];
  });
  const ids = themes.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  return { themes, ids, theme, page: number, pages, from, total };
}

/** Which figures these are and the way to the others, by theme; nothing where all fit on one page. */
export function PartChoice(props: {
  readonly region: Region;
  readonly part: Part;
  readonly path: string;
  readonly lang: Language;
}) {
  const { region, part, path, lang } = props;
  const words = monitorWords(lang).part;
  if (part.pages === 1 && part.theme === undefined) return null;
  return (
    <>
      <p>{words.which({ from: part.from + 1, to: part.from + part.ids.length, total: part.total })}</p>
      <ul>
        {part.theme === undefined ? null : (
          <li>
            <Link href={path}>{words.all}</Link>
          </li>
        )}
        {region.themes
          .filter(({ id }) => id !== part.theme)
          .map(({ id, title }) => (
            <li key={id}>
              <Link href={`${path}?thema=${id}`}>{title}</Link>
            </li>
          ))}
      </ul>
    </>
  );
}

/** To the page before and after. */
export function PartPager({ part, path }: { readonly part: Part; readonly path: string }) {
  const at = (page: number) =>
    `${path}?${new URLSearchParams({ ...(part.theme ? { thema: part.theme } : {}), blad: String(page) })}`;
  return (
    <Pager
      {...(part.page > 1 ? { previousHref: at(part.page - 1) } : {})}
      {...(part.page < part.pages ? { nextHref: at(part.page + 1) } : {})}
    />
  );
}
