import { asLocalDate } from '../platform/index.ts';
import type { PatientFacts } from './synthetic/patient.ts';
import { testBsns } from './synthetic/test-bsn.ts';

/** A resident among the personas, before names of places are known. */
export type PersonaResident = Omit<PatientFacts, 'municipalityName' | 'place' | 'bsn'> & {
  readonly persona: string;
  readonly municipality: string;
  readonly bsn: string;
};

const bsn = (index: number): string => {
  const found = testBsns()[index];
  if (!found) throw new Error('The test range has no such BSN');
  return found;
};

/**
 * The residents that a visitor may be: one whose case waits for the conversation, one in support, one who is finished.
 * The last has no mail address and gets letters. Ids never change.
 */
export const PERSONA_RESIDENTS: readonly PersonaResident[] = [
  {
    persona: 'resident-waiting',
    id: '5b1f0c3e-7d52-4e0a-9a61-0d6c2f7e1a01',
    sex: 'female',
    given: 'Annie',
    family: 'Voorbeeld',
    birthDate: asLocalDate('1951-04-12'),
    street: 'Voorbeeldstraat 12',
    postcode: '7521 AB',
    municipality: 'enschede',
    phone: '085 000 0101',
    mail: 'annie.voorbeeld@example.org',
    language: 'nl',
    bsn: bsn(0),
  },
  {
    persona: 'resident-supported',
    id: '5b1f0c3e-7d52-4e0a-9a61-0d6c2f7e1a02',
    sex: 'male',
    given: 'Mehmet',
    family: 'Proefsma',
    birthDate: asLocalDate('1968-09-30'),
    street: 'Voorbeeldstraat 34',
    postcode: '7522 CD',
    municipality: 'enschede',
    phone: '085 000 0102',
    mail: 'mehmet.proefsma@example.org',
    language: 'nl',
    bsn: bsn(1),
  },
  {
    persona: 'resident-finished',
    id: '5b1f0c3e-7d52-4e0a-9a61-0d6c2f7e1a03',
    sex: 'female',
    given: 'Truus',
    family: 'van der Proef',
    birthDate: asLocalDate('1943-01-05'),
    street: 'Voorbeeldstraat 56',
    postcode: '7523 EG',
    municipality: 'enschede',
    phone: '085 000 0103',
    mail: undefined,
    language: 'nl',
    bsn: bsn(2),
  },
];
