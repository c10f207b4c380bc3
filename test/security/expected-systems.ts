import type { Expected } from './expected.ts';

/**
 * Systems of partners, by a key of their own: what the people of their organisation may, within one table of their own
 * (decision 44); typed by hand as the people are. Each has every scope, so that the table decides and not the token.
 */
export const PARTNER_SYSTEMS: Readonly<Record<string, Expected>> = {
  // ── The GP system of the practice that referred: as its people, and it may ask to be told ──
  'systeem-brink': {
    person: 'Device/systeem-brink',
    role: 'partner-system',
    organisation: 'Organization/voorbeeldpraktijk-de-brink-enschede',
    purpose: 'support-referral',
    sees: {
      R1: 'Patient RelatedPerson ServiceRequest:first Task:first Consent:first',
      R2: 'Patient RelatedPerson ServiceRequest:first Task:first Consent:first',
      R3: 'Patient* RelatedPerson ServiceRequest:first Task:first Consent:first DocumentReference:letter',
      R5: 'Patient ServiceRequest:first Task:first Consent:first',
      R6: 'Patient ServiceRequest:first Task:first Consent:first',
    },
    creates: {
      R1: 'ServiceRequest Task Consent',
      R2: 'ServiceRequest Task Consent',
      R6: 'ServiceRequest Task Consent',
      R3: 'ServiceRequest Task',
      R4: 'ServiceRequest Task',
      R5: 'ServiceRequest Task',
    },
    updates: {
      R1: 'ServiceRequest:first Task:first Consent:first',
      R2: 'ServiceRequest:first Task:first Consent:first',
      R6: 'ServiceRequest:first Task:first Consent:first',
    },
    ended: ['R3', 'R5'],
    registers: true,
    findsByBsn: { R1: 'whole', R4: 'glimpse' },
    bsn: true,
  },
  // ── The system of a provider: of an offer the request, after a yes also who it is; the law gives it no BSN ──
  'systeem-beweegpunt': {
    person: 'Device/systeem-beweegpunt',
    role: 'partner-system',
    organisation: 'Organization/voorbeeld-beweegpunt-enschede',
    purpose: 'support-referral',
    sees: {
      R1: 'ServiceRequest:onward Task:onward',
      R2: 'Patient RelatedPerson ServiceRequest:onward Task:onward Appointment:session',
      R3: 'Patient* RelatedPerson ServiceRequest:onward Task:onward* Appointment:session',
    },
    creates: {
      R2: 'Appointment',
      // To whom it has no relation it may refer, as any organisation.
      R3: 'ServiceRequest Task',
      R4: 'ServiceRequest Task',
      R5: 'ServiceRequest Task',
      R6: 'ServiceRequest Task',
    },
    updates: { R1: 'Task:onward', R2: 'Task:onward Appointment:session' },
    ended: ['R3'],
    registers: true,
    findsByBsn: { R1: 'glimpse', R4: 'glimpse' },
  },
  // ── The case system of the team's organisation: which referrals there are, and not who they are about (decision 41) ──
  'systeem-welzijn': {
    person: 'Device/systeem-welzijn',
    role: 'partner-system',
    organisation: 'Organization/voorbeeld-welzijn-enschede',
    purpose: 'support-referral',
    sees: {
      R1: 'ServiceRequest:first ServiceRequest:onward Task:first Task:onward',
      R2: 'ServiceRequest:first ServiceRequest:onward Task:first Task:onward DocumentReference:pathway',
      R3: 'ServiceRequest:first* ServiceRequest:onward Task:first Task:onward* DocumentReference:letter',
      R6: 'ServiceRequest:first Task:first',
    },
    creates: {
      R3: 'ServiceRequest Task',
      R4: 'ServiceRequest Task',
      R5: 'ServiceRequest Task',
    },
    updates: { R6: 'Task:first' },
    ended: ['R3', 'R5'],
    registers: true,
    findsByBsn: { R1: 'glimpse', R4: 'glimpse' },
  },
};
