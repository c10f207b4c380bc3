import { defineWords } from '../../../../ui/index.ts';

export const launchPatientWords = defineWords({
  nl: {
    title: 'De patiënt staat nog niet klaar',
    kept: 'Er is niets veranderd. Wat u in Omzien had staan, staat er nog.',
    over: 'De start vanuit uw systeem is verlopen. Open Omzien daar opnieuw, of zoek de inwoner hier.',
    search: 'Zoek de inwoner',
    person: (p: { system: string }) =>
      `U bent in Omzien ingelogd als iemand anders dan in ${p.system}. Log uit en open Omzien opnieuw vanuit uw systeem.`,
    first: 'Naar uw beginpagina',
    organisation: (p: { system: string; organisation: string }) =>
      `${p.system} is van ${p.organisation}. U werkt nu voor een andere organisatie. Kies uw rol bij die praktijk.`,
    chooseRole: 'Kies een andere rol',
    mismatch:
      'Het BSN van deze patiënt hoort in Omzien bij iemand met een andere geboortedatum. Controleer het document van de patiënt en het BSN in uw systeem.',
    found: (p: { name: string; system: string }) =>
      `${p.name} staat klaar, vanuit ${p.system}. Klopt dat niet? Zoek dan opnieuw.`,
    looksAlike: (p: { system: string }) =>
      `De naam of het BSN is in ${p.system} anders. Kijk of dit dezelfde inwoner is.`,
    nobody: (p: { system: string }) => `De patiënt uit ${p.system} staat nog niet in Omzien.`,
  },
  en: {
    title: 'The patient is not ready yet',
    kept: 'Nothing has changed. What you had in Omzien is still there.',
    over: 'The start from your system has expired. Open Omzien there again, or look the resident up here.',
    search: 'Look the resident up',
    person: (p: { system: string }) =>
      `You are signed in to Omzien as somebody else than in ${p.system}. Sign out and open Omzien again from your system.`,
    first: 'To your first page',
    organisation: (p: { system: string; organisation: string }) =>
      `${p.system} is of ${p.organisation}. You work for another organisation now. Choose your role at that practice.`,
    chooseRole: 'Choose another role',
    mismatch:
      'In Omzien the BSN of this patient belongs to somebody with another date of birth. Check the patient’s document and the BSN in your system.',
    found: (p: { name: string; system: string }) =>
      `${p.name} is ready, from ${p.system}. Is that not right? Then search again.`,
    looksAlike: (p: { system: string }) =>
      `The name or the BSN is different in ${p.system}. See whether this is the same resident.`,
    nobody: (p: { system: string }) => `The patient of ${p.system} is not in Omzien yet.`,
  },
});
