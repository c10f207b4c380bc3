import { BSN_SYSTEM, type Resource } from '../../fhir/index.ts';
import type { SyntheticResident } from './residents.ts';

/** What a Patient is made from; synthetic residents and the residents among the personas have it. */
export type PatientFacts = Omit<SyntheticResident, 'number' | 'municipality'>;

/** A resident as FHIR Patient: official name, home address with the municipality as district, telecom, preferred language, BSN. */
export function patientOf(resident: PatientFacts): Resource & { readonly id: string } {
  const { id, sex, birthDate, given, family, bsn, phone, mail, language } = resident;
  return {
    resourceType: 'Patient',
    id,
    ...(bsn ? { identifier: [{ use: 'official', system: BSN_SYSTEM, value: bsn }] } : {}),
    active: true,
    name: [{ use: 'official', family, given: [given] }],
    telecom: [
      { system: 'phone', value: phone, use: 'home' },
      ...(mail ? [{ system: 'email', value: mail, use: 'home' }] : []),
    ],
    gender: sex,
    birthDate,
    address: [
      {
        use: 'home',
        line: [resident.street],
        city: resident.place,
        district: resident.municipalityName,
        postalCode: resident.postcode,
        country: 'NL',
      },
    ],
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] }, preferred: true }],
  };
}
