import { defineWords } from '../../ui/index.ts';

/**
 * What mails and letters say. They never name a reason, a need, a service or (to professionals) a person: whoever
 * reads over a shoulder learns that there is something to see, and where.
 */
export const messageWords = defineWords({
  nl: {
    work: {
      'referral-new': {
        subject: (p: { number: string }) => `Er staat een nieuwe verwijzing klaar (zaak ${p.number})`,
        body: 'Er staat een nieuwe verwijzing voor uw team klaar. Log in om te antwoorden.',
      },
      'offer-new': {
        subject: (p: { number: string }) => `Er staat een nieuwe aanmelding klaar (zaak ${p.number})`,
        body: 'Een welzijnscoach vraagt of er plek is. Log in om ja of nee te zeggen.',
      },
      'referral-accepted': {
        subject: (p: { number: string }) => `Uw verwijzing is aangenomen (zaak ${p.number})`,
        body: 'Het team nam uw verwijzing aan. U hoeft nu niets te doen.',
      },
      'referral-declined': {
        subject: (p: { number: string }) => `Uw verwijzing is niet aangenomen (zaak ${p.number})`,
        body: 'Het team kon uw verwijzing niet aannemen. Log in om te lezen waarom.',
      },
      'offer-accepted': {
        subject: (p: { number: string }) => `Er is ja gezegd op een aanmelding (zaak ${p.number})`,
        body: 'Er is plek. Log in om te zien wie verdergaat.',
      },
      'offer-declined': {
        subject: (p: { number: string }) => `Er is nee gezegd op een aanmelding (zaak ${p.number})`,
        body: 'Omzien vraagt de volgende plek op de lijst. Is die er niet? Dan kiest u met de inwoner iets anders.',
      },
      'support-ended': {
        subject: (p: { number: string }) => `Er is een uitkomst (zaak ${p.number})`,
        body: 'Log in om de uitkomst te lezen en verder te gaan.',
      },
      withdrawn: {
        subject: (p: { number: string }) => `Een aanmelding is ingetrokken (zaak ${p.number})`,
        body: 'U hoeft niets meer te doen. Wat u al kreeg, bewaart u zolang de regels dat vragen.',
      },
      stopped: {
        subject: (p: { number: string }) => `Deze hulp is gestopt (zaak ${p.number})`,
        body: (p: { team: string; phone: string }) =>
          `Deze hulp is gestopt. U hoeft niets meer te plannen. Bel ${p.team} als u wilt weten waarom, of als u iets wilt doorgeven: ${p.phone}. Dank voor wat u deed.`,
      },
      'hand-over-new': {
        subject: (p: { number: string }) => `Een ander team vraagt u een zaak over te nemen (zaak ${p.number})`,
        body: 'Een inwoner is naar uw gemeente verhuisd. Log in om ja of nee te zeggen.',
      },
      'handed-over': {
        subject: (p: { number: string }) => `Een zaak is overgedragen (zaak ${p.number})`,
        body: 'De inwoner is verhuisd. Een ander team nam de zaak over.',
      },
      'hand-over-declined': {
        subject: (p: { number: string }) => `Het andere team nam de zaak niet over (zaak ${p.number})`,
        body: 'De zaak is nog van uw team. Log in om te lezen waarom, en om verder te gaan.',
      },
      'moved-away': {
        subject: (p: { number: string }) => `Een zaak is gestopt (zaak ${p.number})`,
        body: 'De inwoner is uit de regio verhuisd. Wij gaven niets door aan een ander.',
      },
      misplaced: {
        subject: (p: { number: string }) => `Een notitie stond bij de verkeerde inwoner (zaak ${p.number})`,
        body: 'Die notitie is weggehaald. Gebruik niets van wat u las. Gooi weg wat u opschreef of afdrukte.',
      },
      merged: {
        subject: (p: { number: string }) => `Twee dossiers zijn er één geworden (zaak ${p.number})`,
        body: 'Deze inwoner stond twee keer in Omzien. Uw zaak loopt gewoon door. Log in om te zien of er nog een zaak is.',
      },
      unmerged: {
        subject: (p: { number: string }) => `Een samenvoeging is teruggedraaid (zaak ${p.number})`,
        body: 'Het bleken toch twee mensen. Uw zaak loopt gewoon door. Log in om te zien hoe het nu staat.',
      },
      died: {
        subject: (p: { number: string }) => `Een zaak is gestopt (zaak ${p.number})`,
        body: 'Alles in deze zaak is stopgezet. Log in om te lezen wat er is gebeurd en wie het nog moet weten.',
      },
      'taken-back': {
        subject: (p: { number: string }) => `Een aanmelding ligt niet meer bij u (zaak ${p.number})`,
        body: 'Er kwam geen antwoord op tijd. Daarom is een andere plek gevraagd. U hoeft niets meer te doen.',
      },
      mistake: {
        subject: (p: { number: string }) => `Een vergissing is hersteld (zaak ${p.number})`,
        body: 'Deze zaak was een vergissing en is weggehaald. Gebruik niets van wat u erover las. Gooi weg wat u opschreef of afdrukte.',
      },
      'due-soon': {
        subject: (p: { number: string }) => `Een zaak vraagt binnenkort uw aandacht (zaak ${p.number})`,
        body: 'De termijn loopt bijna af. Log in om te zien wat er moet gebeuren.',
      },
      late: {
        subject: (p: { number: string }) => `Een termijn is voorbij (zaak ${p.number})`,
        body: 'Log in om te zien wat er moet gebeuren. Ook de ander ziet dat de termijn voorbij is.',
      },
      'message-new': {
        subject: (p: { number: string }) => `Er is een bericht van een inwoner (zaak ${p.number})`,
        body: 'Een inwoner schreef uw team een bericht. Log in om het te lezen en te antwoorden.',
      },
      'follow-up-silent': {
        subject: (p: { number: string }) => `Er is nog geen antwoord op de vragen (zaak ${p.number})`,
        body: 'De inwoner kreeg vragen toegestuurd en antwoordde nog niet. Misschien helpt het als u even belt.',
      },
    },
    resident: {
      'referral-new': {
        subject: (p: { team: string }) => `Er is een aanvraag voor u gedaan bij ${p.team}`,
        body: 'Uw praktijk gaf uw naam door, zoals u hebt afgesproken. U krijgt bericht zodra er antwoord is.',
      },
      'referral-accepted': {
        subject: (p: { team: string }) => `Er is nieuws over uw aanvraag bij ${p.team}`,
        body: 'Uw aanvraag is aangenomen. Een welzijnscoach neemt contact met u op.',
      },
      news: {
        subject: (p: { team: string }) => `Er is nieuws over uw aanvraag bij ${p.team}`,
        body: 'Er is iets veranderd. In Omzien leest u wat er nu gebeurt.',
      },
      appointment: {
        subject: (p: { team: string }) => `U hebt een afspraak met ${p.team}`,
        body: (p: { when: string }) =>
          `De afspraak is op ${p.when}. Kunt u dan niet? Bel het team, dan zoekt u samen een andere dag.`,
      },
      'appointment-off': {
        subject: (p: { team: string }) => `Uw afspraak met ${p.team} gaat niet door`,
        body: (p: { when: string }) => `De afspraak op ${p.when} gaat niet door. U krijgt bericht over een nieuwe dag.`,
      },
      misplaced: {
        subject: 'Er is een vergissing gemaakt, en die is hersteld',
        body: 'In uw dossier stond iets dat niet over u gaat. Het is weggehaald. Wie het las, kreeg bericht. In Omzien ziet u wie er keek.',
      },
      'hand-over-asked': {
        subject: 'U bent verhuisd: een ander team kan verdergaan',
        body: 'U woont nu in een andere gemeente. Wij vroegen het team daar om met u verder te gaan. Wilt u dat niet? Bel dan het team dat u kent.',
      },
      'handed-over': {
        subject: (p: { team: string }) => `Vanaf nu helpt ${p.team} u verder`,
        body: 'U bent verhuisd. Het team in uw nieuwe gemeente gaat met u verder. Het leest wat er tot nu toe is opgeschreven.',
      },
      'moved-away': {
        subject: 'U bent verhuisd: zo gaat u verder',
        body: 'U woont nu buiten onze regio. Daarom stopt deze hulp. Wij gaven niets over u door. Wilt u verder? Vraag het uw nieuwe huisarts, of bel uw nieuwe gemeente en vraag naar het sociaal wijkteam.',
      },
      withdrawn: {
        subject: 'Wij hebben uw keuze verwerkt',
        body: 'U wilde iets niet meer. Vanaf nu wordt er niets nieuws meer doorgegeven. Wat iemand al kreeg, blijft daar zolang de regels dat vragen.',
      },
      'own-wish': {
        subject: (p: { team: string }) => `Uw vraag is bij ${p.team}`,
        body: 'U vroeg zelf om hulp. U krijgt bericht zodra er antwoord is.',
      },
      'own-wish-ended': {
        subject: (p: { team: string }) => `Er is nieuws over uw vraag aan ${p.team}`,
        body: 'Uw aanvraag is afgesloten. In Omzien leest u hoe. Hebt u weer hulp nodig? Dan kunt u opnieuw vragen, of het team bellen.',
      },
      'message-new': {
        subject: (p: { team: string }) => `Er is een bericht voor u van ${p.team}`,
        body: 'Uw welzijnscoach schreef u een bericht. U leest het in Omzien. Hebt u geen computer? Bel dan het team.',
      },
      mistake: {
        subject: 'Er is een vergissing gemaakt, en die is hersteld',
        body: 'Er is bij vergissing een aanvraag op uw naam gedaan. Die is weggehaald. Wie de aanvraag zag, heeft bericht gekregen. In Omzien ziet u wie er keek.',
      },
      'follow-up': {
        subject: 'Hoe gaat het nu met u?',
        body: (p: { until: string }) =>
          `Een tijd geleden kreeg u hulp via Omzien. Wij vragen u graag hoe het nu gaat. Het zijn een paar korte vragen. Meedoen mag, het hoeft niet. De link werkt tot en met ${p.until} en één keer.`,
        paper:
          'Een tijd geleden kreeg u hulp via Omzien. Wij vragen u graag hoe het nu gaat. Het zijn een paar korte vragen. Meedoen mag, het hoeft niet. Vul ze in op de bladen bij deze brief en stuur ze terug, of geef ze aan uw welzijnscoach.',
      },
      'follow-up-again': {
        subject: 'Wilt u ons nog vertellen hoe het gaat?',
        body: (p: { until: string }) =>
          `Vorige week vroegen wij hoe het met u gaat. Wilt u de vragen nog invullen? De link werkt tot en met ${p.until}. Wilt u het liever niet? Dan hoeft u niets te doen. Dit is het laatste bericht hierover.`,
        paper:
          'Vorige week vroegen wij hoe het met u gaat. Wilt u de vragen nog invullen? Ze zitten nog een keer bij deze brief. Wilt u het liever niet? Dan hoeft u niets te doen. Dit is de laatste brief hierover.',
      },
    },
    frame: {
      dear: 'Beste lezer,',
      dearResident: (p: { name: string }) => `Beste ${p.name},`,
      link: (p: { url: string }) => `Naar Omzien: ${p.url}`,
      questions: (p: { url: string }) => `Naar de vragen: ${p.url}`,
      call: (p: { team: string; phone: string }) => `Vragen? Bel ${p.team}: ${p.phone}.`,
      noReply:
        'Dit is een bericht van Omzien. Antwoorden op deze mail kan niet. Om uw privacy staat hier niet meer in.',
      closing: 'Met vriendelijke groet,',
      omzien: 'Omzien',
    },
  },
  en: {
    work: {
      'referral-new': {
        subject: (p) => `A new referral is waiting (case ${p.number})`,
        body: 'A new referral for your team is waiting. Sign in to answer it.',
      },
      'offer-new': {
        subject: (p) => `A new request is waiting (case ${p.number})`,
        body: 'A welfare coach asks whether you have a place. Sign in to say yes or no.',
      },
      'referral-accepted': {
        subject: (p) => `Your referral was accepted (case ${p.number})`,
        body: 'The team accepted your referral. You do not have to do anything now.',
      },
      'referral-declined': {
        subject: (p) => `Your referral was not accepted (case ${p.number})`,
        body: 'The team could not accept your referral. Sign in to read why.',
      },
      'offer-accepted': {
        subject: (p) => `A provider said yes to a request (case ${p.number})`,
        body: 'There is a place. Sign in to see who takes it further.',
      },
      'offer-declined': {
        subject: (p) => `A provider said no to a request (case ${p.number})`,
        body: 'Omzien asks the next place on the list. If there is none, choose something else with the resident.',
      },
      'support-ended': {
        subject: (p) => `There is an outcome (case ${p.number})`,
        body: 'Sign in to read the outcome and go on.',
      },
      withdrawn: {
        subject: (p) => `A request was withdrawn (case ${p.number})`,
        body: 'You do not have to do anything more. What you already received, you keep for as long as the rules ask.',
      },
      stopped: {
        subject: (p) => `This support has stopped (case ${p.number})`,
        body: (p) =>
          `This support has stopped. You do not have to plan anything more. Call ${p.team} if you want to know why, or if there is something to pass on: ${p.phone}. Thank you for what you did.`,
      },
      'hand-over-new': {
        subject: (p: { number: string }) => `Another team asks you to take over a case (case ${p.number})`,
        body: 'A resident moved to your municipality. Sign in to say yes or no.',
      },
      'handed-over': {
        subject: (p: { number: string }) => `A case has been handed over (case ${p.number})`,
        body: 'The resident moved. Another team took the case over.',
      },
      'hand-over-declined': {
        subject: (p: { number: string }) => `The other team did not take the case over (case ${p.number})`,
        body: 'The case is still with your team. Sign in to read why, and to go on.',
      },
      'moved-away': {
        subject: (p: { number: string }) => `A case has stopped (case ${p.number})`,
        body: 'The resident moved out of the region. We passed nothing on to anybody.',
      },
      misplaced: {
        subject: (p: { number: string }) => `An entry was with the wrong resident (case ${p.number})`,
        body: 'That entry has been taken away. Use nothing of what you read. Throw away what you wrote down or printed.',
      },
      merged: {
        subject: (p: { number: string }) => `Two records have become one (case ${p.number})`,
        body: 'This resident was in Omzien twice. Your case goes on as it was. Sign in to see whether there is another case.',
      },
      unmerged: {
        subject: (p: { number: string }) => `A merging has been undone (case ${p.number})`,
        body: 'They turned out to be two people. Your case goes on as it was. Sign in to see how it stands now.',
      },
      died: {
        subject: (p) => `A case has stopped (case ${p.number})`,
        body: 'Everything in this case has been stopped. Sign in to read what happened and who still needs to know.',
      },
      'taken-back': {
        subject: (p) => `A request is no longer with you (case ${p.number})`,
        body: 'No answer came in time, so another place was asked. You do not have to do anything more.',
      },
      mistake: {
        subject: (p) => `A mistake was put right (case ${p.number})`,
        body: 'This case was a mistake and has been taken away. Do not use anything you read about it. Throw away what you wrote down or printed.',
      },
      'due-soon': {
        subject: (p) => `A case will soon need your attention (case ${p.number})`,
        body: 'The deadline is near. Sign in to see what has to be done.',
      },
      late: {
        subject: (p) => `A deadline has passed (case ${p.number})`,
        body: 'Sign in to see what has to be done. The other side can also see that the deadline has passed.',
      },
      'message-new': {
        subject: (p) => `There is a message from a resident (case ${p.number})`,
        body: 'A resident wrote a message to your team. Sign in to read and answer it.',
      },
      'follow-up-silent': {
        subject: (p) => `The questions have not been answered yet (case ${p.number})`,
        body: 'The resident was sent some questions and has not answered yet. It may help if you give them a call.',
      },
    },
    resident: {
      'referral-new': {
        subject: (p) => `A request was made for you at ${p.team}`,
        body: 'Your practice passed on your name, as you agreed. You will hear from us as soon as there is an answer.',
      },
      'referral-accepted': {
        subject: (p) => `There is news about your request at ${p.team}`,
        body: 'Your request was accepted. A welfare coach will contact you.',
      },
      news: {
        subject: (p) => `There is news about your request at ${p.team}`,
        body: 'Something has changed. In Omzien you can read what happens now.',
      },
      appointment: {
        subject: (p) => `You have an appointment with ${p.team}`,
        body: (p) =>
          `The appointment is on ${p.when}. Can you not come then? Call the team, and you will find another day together.`,
      },
      'appointment-off': {
        subject: (p) => `Your appointment with ${p.team} is cancelled`,
        body: (p) => `The appointment on ${p.when} is cancelled. You will hear from us about a new day.`,
      },
      misplaced: {
        subject: 'A mistake was made, and has been put right',
        body: 'Your record held something that is not about you. It has been taken away. Who read it was told. In Omzien you see who looked.',
      },
      'hand-over-asked': {
        subject: 'You moved: another team can go on',
        body: 'You now live in another municipality. We asked the team there to go on with you. Do you not want that? Then call the team you know.',
      },
      'handed-over': {
        subject: (p: { team: string }) => `From now on ${p.team} helps you`,
        body: 'You moved. The team in your new municipality goes on with you. It reads what has been written so far.',
      },
      'moved-away': {
        subject: 'You moved: how to go on',
        body: 'You now live outside our region. So this help stops. We passed nothing on about you. Do you want to go on? Ask your new GP, or call your new municipality and ask for the social team.',
      },
      withdrawn: {
        subject: 'We have done what you asked',
        body: 'You wanted to stop something. From now on nothing new is passed on. What somebody already received stays there for as long as the rules ask.',
      },
      'own-wish': {
        subject: (p) => `Your question is with ${p.team}`,
        body: 'You asked for help yourself. You are told when there is an answer.',
      },
      'own-wish-ended': {
        subject: (p) => `There is news about your question to ${p.team}`,
        body: 'Your request is closed. In Omzien you read how. Do you need help again? Then you can ask again, or call the team.',
      },
      'message-new': {
        subject: (p) => `There is a message for you from ${p.team}`,
        body: 'Your welfare coach wrote you a message. You read it in Omzien. Do you have no computer? Then call the team.',
      },
      mistake: {
        subject: 'A mistake was made, and has been put right',
        body: 'By mistake a request was made in your name. It has been taken away. Whoever saw the request has been told. In Omzien you can see who looked.',
      },
      'follow-up': {
        subject: 'How are you now?',
        body: (p) =>
          `Some time ago you got help through Omzien. We would like to know how you are now. There are a few short questions. You may answer them, but you do not have to. The link works until ${p.until}, and once only.`,
        paper:
          'Some time ago you got help through Omzien. We would like to know how you are now. There are a few short questions. You may answer them, but you do not have to. Fill in the sheets that come with this letter and send them back, or give them to your welfare coach.',
      },
      'follow-up-again': {
        subject: 'Would you still like to tell us how you are?',
        body: (p) =>
          `Last week we asked how you are. Would you still like to answer the questions? The link works until ${p.until}. Would you rather not? Then you do not have to do anything. This is the last message about it.`,
        paper:
          'Last week we asked how you are. Would you still like to answer the questions? They come with this letter once more. Would you rather not? Then you do not have to do anything. This is the last letter about it.',
      },
    },
    frame: {
      dear: 'Dear reader,',
      dearResident: (p) => `Dear ${p.name},`,
      link: (p) => `To Omzien: ${p.url}`,
      questions: (p) => `To the questions: ${p.url}`,
      call: (p) => `Questions? Call ${p.team}: ${p.phone}.`,
      noReply:
        'This is a message from Omzien. You cannot reply to this mail. To protect your privacy it says no more than this.',
      closing: 'Kind regards,',
      omzien: 'Omzien',
    },
  },
});

export type MessageWords = ReturnType<typeof messageWords>;
export type WorkMessage = keyof MessageWords['work'];
/** Messages to a resident that need no more words than the name of the team. */
export type ResidentMessage =
  | 'hand-over-asked'
  | 'misplaced'
  | 'handed-over'
  | 'moved-away'
  | 'referral-new'
  | 'referral-accepted'
  | 'news'
  | 'withdrawn'
  | 'mistake'
  | 'message-new'
  | 'own-wish'
  | 'own-wish-ended';
