import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedRegion } from '../../test/support/pathways.ts';
import { serviceResources } from './fhir-services.ts';
import { serviceFromFhir } from './from-fhir.ts';

const region = shippedRegion();
const needs = new Set(region.needs.map(({ id }) => id));

describe('a service there and back', () => {
  it('of the region loses nothing on its way through FHIR', () => {
    const resources = serviceResources(region);
    const [other] = region.services;
    assert.ok(other);
    for (const [index, service] of region.services.entries()) {
      // Everything that FHIR says comes from FHIR: what was there before is of another service.
      const { id, organisation, municipality, location } = service;
      const back = serviceFromFhir(resources[index]!, { ...other, id, organisation, municipality, location }, needs);
      assert.deepEqual(back, service, service.id);
    }
  });

  it('keeps what another system leaves out or says in words of its own', () => {
    const [service] = region.services;
    assert.ok(service);
    const bare = {
      resourceType: 'HealthcareService',
      id: service.id,
      name: 'Nieuwe naam',
      type: [{ coding: [{ code: 'x' }] }],
    };
    const back = serviceFromFhir(bare, service, needs);
    assert.equal(back.name, 'Nieuwe naam');
    assert.deepEqual(back.needs, service.needs);
    assert.deepEqual(back.cost, service.cost);
    assert.deepEqual(back.when, []);
  });
});
