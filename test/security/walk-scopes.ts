import { BSN_SYSTEM } from '../../src/fhir/index.ts';
import { bodyOf } from './bodies.ts';
import type { House } from './house.ts';
import { FHIR } from './walk.ts';

/** A token limits what its bearer may, also where the role may more; typed by hand. 403 says so, and nothing else. */
const TOKENS: readonly {
  readonly persona: string;
  readonly scope: string;
  readonly may: string;
}[] = [
  { persona: 'demo-system', scope: 'system/Patient.r', may: 'read' },
  { persona: 'demo-system', scope: 'system/Patient.s', may: 'search find-by-bsn' },
  { persona: 'demo-system', scope: 'system/Patient.read', may: 'read search find-by-bsn' },
  { persona: 'demo-system', scope: 'system/Task.cruds', may: '' },
  { persona: 'demo-system', scope: 'system/Communication.c', may: 'create transaction' },
  { persona: 'demo-system', scope: 'system/*.rs', may: 'read search find-by-bsn' },
  { persona: 'coach-noord', scope: 'user/Patient.r', may: 'read' },
  { persona: 'coach-noord', scope: 'user/Communication.write', may: 'create transaction' },
  { persona: 'resident-waiting', scope: 'user/Task.r', may: '' },
];

/** What is asked with each token, all of it about R1. */
export async function walkScopes(house: House): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids, bsns } = house.world;
  const json = { 'content-type': 'application/fhir+json' };
  const note = JSON.stringify(bodyOf('Communication', ids.R1));
  const asked: Readonly<Record<string, readonly [string, RequestInit]>> = {
    read: [`Patient/${ids.R1}`, {}],
    search: [`Patient?_id=${ids.R1}`, {}],
    'find-by-bsn': [
      'Patient/_search',
      { method: 'POST', body: new URLSearchParams({ identifier: `${BSN_SYSTEM}|${bsns.R1}` }) },
    ],
    create: ['Communication', { method: 'POST', headers: json, body: note }],
    transaction: [
      '',
      {
        method: 'POST',
        headers: json,
        body: `{"resourceType":"Bundle","type":"transaction","entry":[{"resource":${note},"request":{"method":"POST","url":"Communication"}}]}`,
      },
    ],
  };
  for (const { persona, scope, may } of TOKENS) {
    const token = await house.tokenWith(persona, scope);
    for (const [name, [path, init]] of Object.entries(asked)) {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      const answer = await house.ask(undefined, path ? `${FHIR}/${path}` : FHIR, { ...init, headers });
      const text = await answer.text();
      const allowed = may.split(' ').includes(name);
      if (allowed ? answer.status >= 300 : answer.status !== 403)
        failures.push(`${persona} with ${scope}: ${name} answers ${answer.status}`);
      if (!allowed && text.includes(ids.R1)) failures.push(`${persona} with ${scope}: the refusal of ${name} tells`);
    }
  }
  return failures;
}
