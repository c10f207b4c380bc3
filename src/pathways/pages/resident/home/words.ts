import { defineWords } from '../../../../ui/index.ts';
import type { CaseStage } from '../../../model/index.ts';

/** What a resident reads of what happens now, what comes next and what was. */
export const homeWords = defineWords({
  nl: {
    home: {
      title: 'Mijn omzien',
      intro: 'Hier ziet u wat er nu gebeurt, wat er komt en wat er was.',
      nothing: 'Er loopt nu niets voor u',
      newText: 'Een tekst over uw gegevens is veranderd',
      newTextMore: 'U zei er eerder ja op. Wij vragen u of het ook zo mag als het er nu staat.',
      newTextLink: 'Lees wat er veranderd is',
      nothingMore: 'Vraagt uw praktijk iets voor u aan? Dan ziet u dat hier. U kunt ook zelf om hulp vragen.',
      number: (p: { number: string }) => `Zaak ${p.number}`,
      stop: 'Ik wil dit niet meer',
      write: 'Bericht sturen',
      move: 'Dag veranderen',
      tell: 'Vertel hoe u de hulp vond',
      selfRefer: 'Ik wil hulp van een welzijnscoach',
      goalsMore: 'Alle doelen en cijfers',
      own: {
        title: 'Over mij',
        goals: 'Mijn doelen en hoe het met mij gaat',
        consents: 'Wat mag wie weten',
        looks: 'Wie keek er in mijn gegevens',
        details: 'Mijn gegevens en hoe u mij bereikt',
        all: 'Alles over mij lezen, printen of meenemen',
        requests: 'Mijn verzoeken over mijn gegevens',
      },
      call: (p: { team: string; phone: string }) => `Vragen of een andere dag? Bel ${p.team}: ${p.phone}.`,
      late: (p: { date: string }) => `Dat zou uiterlijk ${p.date} gebeuren. Duurt het u te lang? Bel dan gerust.`,
      paused: (p: { reason: string }) => `Het staat nu even stil: ${p.reason}`,
      coach: 'Mijn welzijnscoach',
      coachName: 'Naam',
      team: 'Team',
      phone: 'Telefoon',
      noCoach: 'Dat is nog niet bekend.',
      goals: 'Mijn doelen',
      goalsEmpty: 'U schreef nog geen doelen op. Dat doet u samen met uw welzijnscoach.',
      howItGoes: 'Hoe het met mij gaat',
      happened: 'Wat er komt en wat er was',
      others: 'Eerdere en andere aanvragen',
      allPast: 'Toon alles van eerder',
      other: (p: { number: string; date: string }) => `Zaak ${p.number}, begonnen op ${p.date}`,
    },
    now: {
      referred: (p: { team: string; date: string | undefined }) =>
        p.date
          ? `U hoort uiterlijk ${p.date} of ${p.team} u kan helpen.`
          : `U hoort binnenkort of ${p.team} u kan helpen.`,
      accepted: (p: { date: string | undefined }) =>
        p.date ? `Uw welzijnscoach belt u uiterlijk ${p.date}.` : 'Uw welzijnscoach belt u binnenkort.',
      contact: (p: { date: string | undefined }) =>
        p.date
          ? `Uw welzijnscoach probeerde u te bereiken, en belt u uiterlijk ${p.date} opnieuw.`
          : 'Uw welzijnscoach probeerde u te bereiken, en belt u opnieuw.',
      conversation: (p: { date: string | undefined }) =>
        p.date
          ? `Uw welzijnscoach heeft uiterlijk ${p.date} een gesprek met u.`
          : 'Uw welzijnscoach maakt een afspraak met u.',
      meeting: (p: { when: string; place: string }) =>
        p.place ? `U hebt ${p.when} een gesprek. Waar: ${p.place}.` : `U hebt ${p.when} een gesprek.`,
      matching: 'U zoekt samen met uw welzijnscoach een plek die bij u past.',
      offered: (p: { service: string; date: string | undefined }) =>
        p.date
          ? `Wij vroegen ${p.service} of er plek voor u is. U hoort het uiterlijk ${p.date}.`
          : `Wij vroegen ${p.service} of er plek voor u is.`,
      starting: (p: { service: string; date: string | undefined }) =>
        p.date
          ? `Er is plek bij ${p.service}. U begint uiterlijk ${p.date}.`
          : `Er is plek bij ${p.service}. U begint binnenkort.`,
      support: (p: { service: string }) => `U doet mee bij ${p.service}.`,
      held: (p: { service: string; reason: string }) => `${p.service} staat even stil: ${p.reason}.`,
      'follow-up': (p: { date: string | undefined }) =>
        p.date ? `Wij vragen u uiterlijk ${p.date} hoe het nu gaat.` : 'Wij vragen u binnenkort hoe het nu gaat.',
      closing: 'Uw welzijnscoach rondt het af, en vertelt uw praktijk hoe het ging.',
      stoppedByTeam: 'Het team kan u hiermee nu niet helpen. Uw praktijk zoekt met u wat wel past.',
      closed: 'Dit is afgerond. Hebt u weer iets nodig? Vraag het uw praktijk, of vraag zelf om hulp.',
      notByTeam: 'Het team kan u hiermee nu niet helpen. Bel uw praktijk: die zoekt met u wat wel past.',
      withdrawn: 'Dit is gestopt. Bedenkt u zich? Vraag het uw praktijk.',
      'entered-in-error': 'Dit was een vergissing. Het is hersteld; u hoeft niets te doen.',
    },
    next: {
      referred: 'een telefoontje van uw welzijnscoach',
      accepted: 'een gesprek, bij u thuis of waar u wilt',
      contact: 'een gesprek, bij u thuis of waar u wilt',
      conversation: 'samen een plek kiezen die bij u past',
      matching: 'een vraag aan die plek: is er ruimte?',
      offered: 'beginnen op de plek die u koos',
      support: 'terugkijken: hoe gaat het nu?',
      'follow-up': 'afronden met uw welzijnscoach',
      closing: 'uw praktijk leest hoe het ging',
      closed: '',
      withdrawn: '',
      'entered-in-error': '',
    } satisfies Record<CaseStage, string>,
    past: {
      askedSelf: 'u vroeg zelf om hulp',
      referred: (p: { practice: string }) => `${p.practice} vroeg hulp voor u`,
      agreed: (p: { title: string }) => `u ging akkoord: ${p.title}`,
      withdrew: (p: { title: string }) => `u trok in: ${p.title}`,
      contact: (p: { kind: string; outcome: string }) => `uw welzijnscoach zocht contact: ${p.kind}, ${p.outcome}`,
      meeting: 'gesprek met uw welzijnscoach',
      meetingOff: 'een gesprek ging niet door',
      session: (p: { service: string; how: string }) => (p.service ? `${p.service}: ${p.how}` : p.how),
      conversation: 'u besprak met uw welzijnscoach hoe het gaat',
      sessions: { fulfilled: 'u was er', cancelled: 'u meldde zich af', noshow: 'u was er niet' },
      answered: (p: { title: string }) => `u beantwoordde: ${p.title}`,
      asked: (p: { service: string }) => `wij vroegen ${p.service} of er plek is`,
      steps: {
        rejected: (p: { service: string }) => `${p.service} had geen plek`,
        cancelled: (p: { service: string }) => `de vraag aan ${p.service} is ingetrokken`,
        completed: (p: { service: string }) => `klaar bij ${p.service}`,
        failed: (p: { service: string }) => `gestopt bij ${p.service}`,
        'entered-in-error': (p: { service: string }) => `een vergissing met ${p.service} is hersteld`,
      },
    },
  },
  en: {
    home: {
      title: 'My omzien',
      intro: 'Here you see what happens now, what comes next and what went before.',
      nothing: 'Nothing is under way for you now',
      newText: 'A text about your data has changed',
      newTextMore: 'You said yes to it before. We ask you whether it may also be as it stands now.',
      newTextLink: 'Read what has changed',
      nothingMore:
        'When your practice asks for something for you, you see it here. You can also ask for help yourself.',
      number: (p) => `Case ${p.number}`,
      stop: 'I do not want this any more',
      write: 'Send a message',
      move: 'Change the day',
      tell: 'Tell how you found the help',
      selfRefer: 'I want help from a welfare coach',
      goalsMore: 'All goals and figures',
      own: {
        title: 'About me',
        goals: 'My goals and how I am',
        consents: 'Who may know what',
        looks: 'Who looked at my details',
        details: 'My details and how to reach me',
        all: 'Read, print or take along everything about me',
        requests: 'My requests about my details',
      },
      call: (p) => `Questions, or another day? Call ${p.team}: ${p.phone}.`,
      late: (p) => `That should have happened by ${p.date}. Is it taking too long? Feel free to call.`,
      paused: (p) => `It is on hold for now: ${p.reason}`,
      coach: 'My welfare coach',
      coachName: 'Name',
      team: 'Team',
      phone: 'Telephone',
      noCoach: 'That is not known yet.',
      goals: 'My goals',
      goalsEmpty: 'You have not written down any goals yet. You do that together with your welfare coach.',
      howItGoes: 'How I am',
      happened: 'What comes next and what went before',
      others: 'Earlier and other requests',
      allPast: 'Show everything from before',
      other: (p) => `Case ${p.number}, begun on ${p.date}`,
    },
    now: {
      referred: (p) =>
        p.date
          ? `You will hear by ${p.date} whether ${p.team} can help you.`
          : `You will hear soon whether ${p.team} can help you.`,
      accepted: (p) =>
        p.date ? `Your welfare coach will call you by ${p.date}.` : 'Your welfare coach will call you soon.',
      contact: (p) =>
        p.date
          ? `Your welfare coach tried to reach you, and will call you again by ${p.date}.`
          : 'Your welfare coach tried to reach you, and will call you again.',
      conversation: (p) =>
        p.date
          ? `Your welfare coach will talk with you by ${p.date}.`
          : 'Your welfare coach will make an appointment with you.',
      meeting: (p) =>
        p.place ? `You have a conversation on ${p.when}. Where: ${p.place}.` : `You have a conversation on ${p.when}.`,
      matching: 'You and your welfare coach are looking for a place that fits you.',
      offered: (p) =>
        p.date
          ? `We asked ${p.service} whether there is a place for you. You will hear by ${p.date}.`
          : `We asked ${p.service} whether there is a place for you.`,
      starting: (p) =>
        p.date
          ? `There is a place at ${p.service}. You begin by ${p.date}.`
          : `There is a place at ${p.service}. You begin soon.`,
      support: (p) => `You take part at ${p.service}.`,
      held: (p) => `${p.service} is on hold for now: ${p.reason}.`,
      'follow-up': (p) =>
        p.date ? `We will ask you by ${p.date} how you are now.` : 'We will soon ask you how you are now.',
      closing: 'Your welfare coach is finishing this, and tells your practice how it went.',
      stoppedByTeam: 'The team cannot help you with this now. Your practice will look with you for what does fit.',
      closed: 'This is finished. Do you need something again? Ask your practice, or ask for help yourself.',
      notByTeam: 'The team cannot help you with this now. Call your practice: it looks with you for what does fit.',
      withdrawn: 'This has stopped. Have you changed your mind? Ask your practice.',
      'entered-in-error': 'This was a mistake. It has been put right; you do not have to do anything.',
    },
    next: {
      referred: 'a call from your welfare coach',
      accepted: 'a conversation, at your home or wherever you like',
      contact: 'a conversation, at your home or wherever you like',
      conversation: 'choosing together a place that fits you',
      matching: 'a question to that place: is there room?',
      offered: 'beginning at the place you chose',
      support: 'looking back: how are you now?',
      'follow-up': 'finishing with your welfare coach',
      closing: 'your practice reads how it went',
      closed: '',
      withdrawn: '',
      'entered-in-error': '',
    },
    past: {
      askedSelf: 'you asked for help yourself',
      referred: (p) => `${p.practice} asked for help for you`,
      agreed: (p) => `you agreed: ${p.title}`,
      withdrew: (p) => `you withdrew: ${p.title}`,
      contact: (p) => `your welfare coach tried to reach you: ${p.kind}, ${p.outcome}`,
      meeting: 'conversation with your welfare coach',
      meetingOff: 'a conversation was cancelled',
      session: (p) => (p.service ? `${p.service}: ${p.how}` : p.how),
      conversation: 'you talked with your welfare coach about how you are',
      sessions: {
        fulfilled: 'you were there',
        cancelled: 'you let them know you could not come',
        noshow: 'you were not there',
      },
      answered: (p) => `you answered: ${p.title}`,
      asked: (p) => `we asked ${p.service} whether there is a place`,
      steps: {
        rejected: (p) => `${p.service} had no place`,
        cancelled: (p) => `the question to ${p.service} was withdrawn`,
        completed: (p) => `finished at ${p.service}`,
        failed: (p) => `stopped at ${p.service}`,
        'entered-in-error': (p) => `a mistake with ${p.service} was put right`,
      },
    },
  },
});
