import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../../../fhir/index.ts';
import { partsOf } from './everything.ts';

describe('everything about me', () => {
  it('tells what care wrote down too, each with what it is', () => {
    const resources: readonly Resource[] = [
      { resourceType: 'Condition', id: '1', code: { text: 'Depressie' }, recordedDate: '2026-11-23' },
      { resourceType: 'AllergyIntolerance', id: '2', code: { coding: [{ code: '91935009', display: 'Pinda' }] } },
      { resourceType: 'Device', id: '3', deviceName: [{ name: 'Rollator' }] },
      { resourceType: 'DocumentReference', id: '4', description: 'Ontslagbrief', date: '2026-11-24T09:00:00Z' },
      { resourceType: 'DocumentReference', id: '5', description: 'Brief aan de verwijzer', date: '2026-11-23' },
    ];
    const told = (lang: 'nl' | 'en') =>
      partsOf({ resources, texts: [], log: [], sent: [] }, lang).find((part) => part.key === 'care');
    assert.deepEqual(
      told('nl')
        ?.lines.map(({ what }) => what)
        .toSorted(),
      [
        'Aandoening. Depressie',
        'Allergie. Pinda',
        'Brief of document. Brief aan de verwijzer',
        'Brief of document. Ontslagbrief',
        'Hulpmiddel. Rollator',
      ],
    );
    assert.equal(told('nl')?.lines[0]?.at, '2026-11-24T09:00:00Z', 'the newest first');
    assert.ok(told('en')?.lines.some(({ what }) => what === 'Letter or document. Letter to the referrer'));
    assert.equal(told('en')?.title, 'What care wrote down');
  });
});
