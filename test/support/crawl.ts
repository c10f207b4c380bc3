import { createVisitor, type Visitor } from './web.ts';

/** One page as somebody got it: where, and what it said. */
export type Crawled = { readonly path: string; readonly pattern: string; readonly html: string };

/** Somebody who follows links, over the network. */
export const stranger = (url: string): Visitor => createVisitor(url, (request) => fetch(request));

/** A path with its ids left open, so that pages that differ by whom they are about are one. */
export function patternOf(path: string): string {
  const [name = '/'] = path.split('?');
  return name
    .split('/')
    .map((part, index, parts) => {
      if (parts[index - 1] === 'hulp' && part !== '' && part !== 'inkomen') return ':service';
      return /^[0-9a-f]{32}-|^[0-9a-f-]{36}$|^[0-9a-z]{26}$|^[\w-]{40,}$/i.test(part) ? ':id' : part;
    })
    .join('/');
}

/**
 * Every page that somebody reaches by links from `start`, one of each pattern and query names, as long as `within` says
 * that it is theirs.
 */
export async function crawl(
  someone: Visitor,
  start: readonly string[],
  within: (path: string) => boolean,
  most = 80,
): Promise<readonly Crawled[]> {
  const seen = new Set<string>();
  const pages: Crawled[] = [];
  const queue = [...start];
  while (queue.length > 0 && pages.length < most) {
    const path = queue.shift() as string;
    const key = keyOf(path);
    if (seen.has(key)) continue;
    seen.add(key);
    const answer = await someone.get(path);
    const next = answer.headers.get('location');
    if (next) {
      const to = new URL(next, 'http://here.invalid');
      if (within(to.pathname)) queue.unshift(`${to.pathname}${to.search}`);
      continue;
    }
    const html = await answer.text();
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    pages.push({ path, pattern: patternOf(path), html });
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"#]+)"/g)) {
      const link = href.replaceAll('&amp;', '&');
      if (link.startsWith('/') && within(link)) queue.push(link);
    }
  }
  return pages;
}

function keyOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid');
  return `${patternOf(pathname)}?${[...searchParams.keys()].sort().join('&')}`;
}
