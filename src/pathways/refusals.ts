import type { Text } from '../platform/index.ts';

/** What is said to who is refused, by ports and services alike: what happened, and what to do. */
export const REFUSALS = {
  noConversation: { nl: 'Deze aanpak heeft geen gesprek.', en: 'This pathway has no conversation.' },
  noReferral: { nl: 'Deze verwijzing is er niet.', en: 'This referral is not here.' },
  noResident: { nl: 'Deze inwoner is er niet.', en: 'This resident is not here.' },
  died: {
    nl: 'Deze inwoner is overleden. Er kan geen verwijzing meer worden gemaakt.',
    en: 'This resident has died. No more referrals can be made.',
  },
  chooseServices: {
    nl: 'Kies ten minste één dienst, en elke dienst één keer.',
    en: 'Choose at least one service, and each service once.',
  },
  sayNeeds: { nl: 'Zeg waar de inwoner hulp bij zoekt.', en: 'Say what the resident is looking for help with.' },
  recordAgreement: {
    nl: 'Leg eerst vast dat de inwoner het goed vindt dat u dit doorgeeft.',
    en: 'First record that the resident agrees that you pass this on.',
  },
  stillRuns: {
    nl: 'Er loopt nog iets in deze zaak. Rond dat eerst af, of trek het in.',
    en: 'Something is still under way in this case. Finish that first, or withdraw it.',
  },
  caseClosed: { nl: 'Deze zaak is al gesloten.', en: 'This case is closed already.' },
  notYourReferral: { nl: 'Deze verwijzing is niet van u.', en: 'This referral is not yours.' },
  referralClosed: { nl: 'Deze verwijzing is al gesloten.', en: 'This referral is closed already.' },
  referralWithdrawn: { nl: 'Deze verwijzing is al ingetrokken.', en: 'This referral was withdrawn already.' },
  referralMistake: {
    nl: 'Deze verwijzing was een vergissing en is ongedaan gemaakt.',
    en: 'This referral was a mistake and has been undone.',
  },
  referralOver: { nl: 'Deze verwijzing loopt niet meer.', en: 'This referral is no longer under way.' },
  referralTaken: { nl: 'Deze verwijzing ligt al bij iemand.', en: 'This referral is with somebody already.' },
  referralToTiedTeam: {
    nl: 'Deze verwijzing gaat naar het vaste team van uw praktijk.',
    en: 'This referral goes to the team your practice is tied to.',
  },
  sayTeam: { nl: 'Zeg bij welk team deze verwijzing hoort.', en: 'Say to which team this referral belongs.' },
  notCandidate: {
    nl: 'Deze dienst is geen kandidaat (meer) voor deze aanmelding.',
    en: 'This service is not a candidate (any more) for this request.',
  },
  doneAlready: {
    nl: 'Dit is al gedaan. Er is niets dubbel vastgelegd.',
    en: 'This has been done already. Nothing was recorded twice.',
  },
  requestWithdrawn: {
    nl: 'Deze aanmelding is net ingetrokken. Uw antwoord is niet verwerkt; u hoeft niets meer te doen.',
    en: 'This request was just withdrawn. Your answer was not used; you do not have to do anything more.',
  },
  requestFinished: {
    nl: 'Deze aanmelding is al afgerond. Uw antwoord is niet verwerkt.',
    en: 'This request is finished already. Your answer was not used.',
  },
  requestChanged: {
    nl: 'Iemand was net eerder: de aanmelding staat nu anders. Kijk opnieuw wat er nu staat.',
    en: 'Somebody was just earlier: the request has changed. Look again at what is there now.',
  },
  notYourRequest: {
    nl: 'Dit kan alleen degene doen bij wie de aanmelding ligt.',
    en: 'Only whoever has the request can do this.',
  },
  chooseOutcome: { nl: 'Kies de uitkomst.', en: 'Choose the outcome.' },
  chooseReasons: { nl: 'Kies ten minste één reden.', en: 'Choose at least one reason.' },
  chooseReason: { nl: 'Kies een reden.', en: 'Choose a reason.' },
  noWorklist: { nl: 'U hebt in deze rol geen werklijst.', en: 'You have no worklist in this role.' },
  sayWhyPause: { nl: 'Schrijf op waarom de klok stil moet staan.', en: 'Write down why the clock has to stand still.' },
  pausedAlready: { nl: 'De klok staat al stil.', en: 'The clock stands still already.' },
  runsAlready: { nl: 'De klok loopt al.', en: 'The clock is running already.' },
  acceptOrDecline: { nl: 'Neem de verwijzing eerst aan, of zeg nee.', en: 'Accept the referral first, or say no.' },
  acceptFirst: { nl: 'Neem de verwijzing eerst aan.', en: 'Accept the referral first.' },
  providerBusy: {
    nl: 'Een aanbieder is nog bezig. Wacht tot die klaar is, of trek de aanmelding in.',
    en: 'A provider is still busy. Wait until they have finished, or withdraw the request.',
  },
  caseFinished: { nl: 'Deze zaak is al afgerond.', en: 'This case is finished already.' },
  notYourTeam: { nl: 'Dit team is niet van u.', en: 'This team is not yours.' },
  noConsent: { nl: 'Deze toestemming is er niet.', en: 'This consent is not here.' },
  consentWithdrawn: { nl: 'Deze toestemming was al ingetrokken.', en: 'This consent was withdrawn already.' },
  chooseContactKind: { nl: 'Kies hoe u contact zocht.', en: 'Choose how you tried to get in touch.' },
  chooseContactOutcome: { nl: 'Kies hoe het ging.', en: 'Choose how it went.' },
  chooseComing: { nl: 'Kies een dag en tijd die nog komen.', en: 'Choose a day and time that are still to come.' },
  noAppointment: { nl: 'Deze afspraak is er niet.', en: 'This appointment is not here.' },
  appointmentOver: { nl: 'Deze afspraak staat niet meer open.', en: 'This appointment is no longer open.' },
  noRequest: { nl: 'Deze aanmelding is er niet.', en: 'This request is not here.' },
  chooseAttendance: { nl: 'Kies of de inwoner er was.', en: 'Choose whether the resident was there.' },
  attendanceTooEarly: {
    nl: 'U kunt aanwezigheid pas vastleggen als de dag er is.',
    en: 'You can record attendance only once the day has come.',
  },
  supportNotRunning: {
    nl: 'De hulp loopt nu niet. U kunt geen aanwezigheid vastleggen.',
    en: 'The support is not under way now. You cannot record attendance.',
  },
  linkGone: {
    nl: 'Deze link werkt niet (meer). Misschien hebt u de vragen al ingevuld. Bel uw welzijnscoach als u een nieuwe link wilt.',
    en: 'This link does not work (any more). Perhaps you answered the questions already. Call your welfare coach if you want a new link.',
  },
  noQuestionsAfterwards: {
    nl: 'Deze aanpak heeft geen vragen achteraf.',
    en: 'This pathway has no questions afterwards.',
  },
  askAgreement: {
    nl: 'Vraag eerst of de inwoner het goed vindt dat u dit doorgeeft.',
    en: 'First ask whether the resident agrees that you pass this on.',
  },
  choosePlace: { nl: 'Kies ten minste één plek.', en: 'Choose at least one place.' },
  notWithYourTeam: { nl: 'Deze zaak ligt nu niet bij uw team.', en: 'This case is not with your team now.' },
  requestRuns: {
    nl: 'Er loopt al een aanmelding bij een aanbieder. Rond die eerst af, of trek haar in.',
    en: 'A request to a provider is already under way. Finish that first, or withdraw it.',
  },
  notABsn: {
    nl: 'Dit is geen geldig BSN. Kijk het na op het document.',
    en: 'This is not a valid BSN. Check it on the document.',
  },
  adultsOnly: {
    nl: 'Omzien is er nu voor mensen van 18 jaar en ouder.',
    en: 'Omzien is now for people of 18 and older.',
  },
  noTiedTeam: {
    nl: 'Uw praktijk heeft nog geen vast team van welzijnscoaches. Vraag de beheerder van uw praktijk om dit te regelen.',
    en: 'Your practice is not tied to a team of welfare coaches yet. Ask the administrator of your practice to arrange this.',
  },
  noAgreement: {
    nl: 'Zonder akkoord van de inwoner mag u dit niet doorgeven.',
    en: 'Without the resident’s agreement you may not pass this on.',
  },
  undoneAlready: { nl: 'Deze verwijzing is al ongedaan gemaakt.', en: 'This referral has been undone already.' },
  somebodyWasFirst: {
    nl: 'Iemand was net eerder: dit is al gedaan. Er is niets dubbel vastgelegd.',
    en: 'Somebody was just earlier: this has been done already. Nothing was recorded twice.',
  },
  reasonFromList: { nl: 'Kies een reden uit de lijst.', en: 'Choose a reason from the list.' },
  outcomeFromList: { nl: 'Kies een uitkomst uit de lijst.', en: 'Choose an outcome from the list.' },
  noCase: { nl: 'Deze zaak is er niet.', en: 'This case is not here.' },
  chooseColleague: { nl: 'Kies een collega die in dit team werkt.', en: 'Choose a colleague who works in this team.' },
} as const satisfies Readonly<Record<string, Text>>;
