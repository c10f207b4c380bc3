import { Filters, formatDateTime, type PageContext, Pager, renderPage, Timeline } from '../../../../ui/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { readTimeline, TIMELINE_KINDS, type TimelineKind, type TimelineOf } from '../../../read/timeline.ts';
import { FileLinks } from '../attachment/links.tsx';
import { type MomentRow, momentRows } from './presenter.ts';
import { timelineWords } from './words.ts';

/** Where a timeline stands: behind the page of a case, a referral or a Task, by which its reader comes to the resident. */
export type TimelinePlace = {
  readonly anchor: { readonly type: 'ServiceRequest' | 'Task'; readonly id: string };
  /** The page it stands behind; its own address is this with `/tijdlijn`. */
  readonly back: string;
};

/** GET …/tijdlijn: everything that happened that this reader may see. */
export async function showTimeline(ground: PathwayGround, ask: Ask, place: TimelinePlace): Promise<Answer> {
  const asked = ask.query('soort');
  const kind = asked && Object.hasOwn(TIMELINE_KINDS, asked) ? (asked as TimelineKind) : undefined;
  const after = ask.query('na');
  const found = await readTimeline(
    ground,
    ask.actor,
    { anchor: place.anchor, ...(kind ? { kind } : {}), ...(after ? { after } : {}) },
    ask.door,
  );
  if (!found.ok) return { problem: found.problem };
  const rows = momentRows(ground, found.value.moments, ask.context.lang);
  return timelinePage(ask.context, place, { ...found.value, rows, kind, first: !after });
}

function timelinePage(
  context: PageContext,
  place: TimelinePlace,
  page: TimelineOf & {
    readonly rows: readonly MomentRow[];
    readonly kind: TimelineKind | undefined;
    readonly first: boolean;
  },
): string {
  const { lang } = context;
  const words = timelineWords(lang);
  const href = (kind: TimelineKind | undefined, after?: string) => {
    const query = new URLSearchParams({ ...(kind ? { soort: kind } : {}), ...(after ? { na: after } : {}) });
    return `${place.back}/tijdlijn${query.size > 0 ? `?${query}` : ''}`;
  };
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.back, href: place.back }, { label: words.title }],
    intro: words.intro,
    main: (
      <>
        <Filters
          groups={[
            {
              label: words.filter,
              options: [
                { label: words.all, href: href(undefined), current: page.kind === undefined },
                ...page.kinds.map((kind) => ({
                  label: words.kinds[kind],
                  href: href(kind),
                  current: kind === page.kind,
                })),
              ],
            },
          ]}
        />
        {page.rows.length === 0 ? (
          <p>{words.empty}</p>
        ) : (
          <Timeline
            level={2}
            past={page.rows.map((row) => ({
              key: row.key,
              title: row.title,
              on: row.at.toISOString(),
              when: formatDateTime(row.at.toISOString(), 'short', lang),
              ...(row.by ? { by: row.by } : {}),
              ...(row.text || row.files.length > 0
                ? {
                    body: (
                      <>
                        {row.text ? <p>{row.text}</p> : null}
                        <FileLinks files={row.files} />
                      </>
                    ),
                  }
                : {}),
            }))}
          />
        )}
        <Pager
          {...(page.first ? {} : { previousHref: href(page.kind) })}
          {...(page.next ? { nextHref: href(page.kind, page.next) } : {})}
          about={words.more}
        />
      </>
    ),
  });
}
