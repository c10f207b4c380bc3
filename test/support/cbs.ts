import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that behaves as the open data of Statistics Netherlands do (OData 4): pages, codes, and now and then trouble. */
export type Cbs = {
  readonly base: string;
  /** The addresses that were asked, in order. */
  readonly asked: readonly string[];
  /** What the next requests get before it answers well: a status, or `cut` for a connection that breaks. */
  readonly trouble: (number | 'cut')[];
  /** Changes a value in the one table, and says so in `Modified`. */
  readonly change: (area: string, year: number, value: number, modified: string) => void;
  readonly down: () => Promise<void>;
};

const ID = '99001NED';
const PAGE = 20;

/** The table has people at risk by municipality, year and sex: of the given CBS codes, of the Netherlands and of one elsewhere. */
export async function cbsServer(codes: readonly string[]): Promise<Cbs> {
  const asked: string[] = [];
  const trouble: (number | 'cut')[] = [];
  let modified = '2026-10-01T02:00:00+02:00';
  const rows = [...codes, 'NL01', 'GM9999'].flatMap((RegioS, at) =>
    ['2023JJ00', '2024JJ00', '2024KW01'].flatMap((Perioden) =>
      ['T001038', '3000'].map((Geslacht) => ({
        Measure: 'M001',
        RegioS: `${RegioS}  `,
        Perioden,
        Geslacht,
        Value: RegioS === 'GM9999' ? null : Math.round((at + 1) * (Geslacht === '3000' ? 0.5 : 1.2) * 10) / 10,
        ValueAttribute: RegioS === 'GM9999' ? 'Impossible' : 'None',
      })),
    ),
  );
  let base = '';
  const list = (value: readonly object[], next?: string) => ({
    '@odata.context': `${base}/$metadata`,
    value,
    ...(next ? { '@odata.nextLink': next } : {}),
  });
  const answers = (path: string, query: URLSearchParams): object | undefined => {
    switch (path) {
      case '/Datasets':
        return list([
          { Identifier: ID, Title: 'Valrisico; regio, geslacht', Modified: modified, Catalog: 'CBS' },
          { Identifier: '99002NED', Title: 'Iets anders', Modified: modified, Catalog: 'CBS' },
        ]);
      case `/CBS/${ID}/Properties`:
        return { Identifier: ID, Title: 'Valrisico; regio, geslacht', Modified: modified, Summary: 'Verzonnen tabel.' };
      case `/CBS/${ID}/MeasureCodes`:
        return list([{ Identifier: 'M001', Title: 'Mensen met valrisico', Unit: 'x 1 000' }]);
      case `/CBS/${ID}/Dimensions`:
        return list([
          { Identifier: 'RegioS', Title: "Regio's", Kind: 'GeoDimension' },
          { Identifier: 'Perioden', Title: 'Perioden', Kind: 'TimeDimension' },
          { Identifier: 'Geslacht', Title: 'Geslacht', Kind: 'Dimension' },
        ]);
      case `/CBS/${ID}/RegioSCodes`:
        return list(codes.map((Identifier) => ({ Identifier, Title: Identifier })));
      case `/CBS/${ID}/PeriodenCodes`:
        return list([{ Identifier: '2024JJ00', Title: '2024' }]);
      case `/CBS/${ID}/GeslachtCodes`:
        return list([
          { Identifier: 'T001038', Title: 'Totaal mannen en vrouwen' },
          { Identifier: '3000', Title: 'Mannen' },
        ]);
      case `/CBS/${ID}/Observations`: {
        const wanted = [...(query.get('$filter') ?? '').matchAll(/(\w+) eq '([^']*)'/g)];
        const fits = rows.filter((row) =>
          wanted.every(([, name, code]) => String(row[name as keyof typeof row]).trim() === code),
        );
        const from = Number(query.get('$skip') ?? 0);
        const next = new URLSearchParams({ $filter: query.get('$filter') ?? '', $skip: String(from + PAGE) });
        return list(
          fits.slice(from, from + PAGE).map((row, at) => ({ Id: from + at, ...row })),
          fits.length > from + PAGE ? `${base}${path}?${next}` : undefined,
        );
      }
      default:
        return undefined;
    }
  };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://cbs');
    asked.push(`${url.pathname}${url.search}`);
    const wrong = trouble.shift();
    if (wrong === 'cut') return void request.socket.destroy();
    if (wrong !== undefined) return void response.writeHead(wrong, { 'retry-after': '1' }).end('not now');
    const found = answers(url.pathname.replace(/^\/odata\/v1/, ''), url.searchParams);
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/odata/v1`;
  return {
    base,
    asked,
    trouble,
    change: (area, year, value, when) => {
      for (const row of rows)
        if (row.RegioS.trim() === area && row.Perioden === `${year}JJ00` && row.Geslacht === 'T001038')
          row.Value = value;
      modified = when;
    },
    down: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
