import { defineWords } from '../../../ui/index.ts';
import type { CaseStage } from '../../model/index.ts';

/** All words on the pages of a resident. */
export const residentWords = defineWords({
  nl: {
    nav: { home: 'Mijn omzien', consents: 'Wie mag wat weten', looks: 'Wie keek er' },
    home: {
      title: 'Mijn omzien',
      intro: 'Hier ziet u wat er nu gebeurt, wat er komt en wat er was.',
      nothing: 'Er loopt nu niets voor u',
      nothingMore: 'Vraagt uw praktijk iets voor u aan? Dan ziet u dat hier.',
      number: (p: { number: string }) => `Zaak ${p.number}`,
      stop: 'Ik wil dit niet meer',
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
      closed: 'Dit is afgerond. Hebt u weer iets nodig? Vraag het uw praktijk.',
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
    consent: {
      title: 'Wie mag wat weten',
      intro: 'Dit hebt u afgesproken. U kunt elke afspraak intrekken, zonder reden.',
      empty: 'U hebt nog niets afgesproken',
      emptyMore: 'Wil iemand iets over u doorgeven? Dan wordt dat eerst aan u gevraagd.',
      given: 'Daar zei u ja op',
      ended: 'Ingetrokken of verlopen',
      givenOn: (p: { date: string }) => `U zei ja op ${p.date}`,
      withdrawnOn: (p: { date: string }) => `Ingetrokken op ${p.date}`,
      who: 'Voor wie',
      says: 'Wat u zei',
      means: 'Wat het betekent',
      after: 'Als u het intrekt',
      recorded: 'Opgeschreven door',
      withdraw: 'Intrekken',
      confirmTitle: 'Wilt u dit intrekken?',
      confirmIntro: (p: { title: string }) => `Het gaat om: ${p.title}.`,
      what: 'Wat er dan gebeurt',
      stops: 'Vanaf nu wordt er niets nieuws meer doorgegeven.',
      takesAlong: (p: { what: string }) => `Dit stopt meteen: ${p.what}.`,
      stays: (p: { who: string }) =>
        `Wat ${p.who} al kreeg, blijft daar zolang de regels dat vragen. Dat kunnen wij niet terughalen.`,
      yes: 'Ja, trek dit in',
      no: 'Nee, laat het zo',
      done: 'Ingetrokken. Er wordt niets nieuws meer doorgegeven.',
      information: 'Wat u ook moet weten',
      receiver: 'wie het kreeg',
    },
    stop: {
      title: 'Ik wil dit niet meer',
      intro: 'U mag altijd van gedachten veranderen. U hoeft niet uit te leggen waarom.',
      what: 'Waarmee wilt u stoppen?',
      all: 'Met alles',
      allHelp: 'Uw welzijnscoach en de plek die u koos, stoppen. Uw praktijk krijgt bericht.',
      one: (p: { service: string }) => `Alleen met ${p.service}`,
      oneHelp: 'U houdt contact met uw welzijnscoach en zoekt samen iets anders.',
      reason: 'Wilt u zeggen waarom?',
      button: 'Ja, stop hiermee',
      back: 'Nee, ga door',
      nothing: 'Er loopt niets waarmee u kunt stoppen',
      done: 'Het is gestopt. Wie ermee bezig was, krijgt bericht.',
      chooseWhat: 'Kies waarmee u wilt stoppen.',
      chooseReason: 'Kies een antwoord.',
      crumb: 'Stoppen',
    },
    looks: {
      title: 'Wie keek er in mijn gegevens',
      intro: 'Hier staat wie iets van u opende, wanneer en waarom. Nieuwste eerst.',
      empty: 'Er keek nog niemand',
      emptyMore: 'Zodra iemand iets van u opent, ziet u dat hier.',
      caption: 'Wie keek er',
      when: 'Wanneer',
      more: (p: { more: number }) => `, en die dag nog ${p.more} keer`,
      who: 'Wie',
      what: 'Wat',
      why: 'Waarom',
      odd: 'Ziet u iemand die u niet kent, of klopt er iets niet?',
      oddMore: 'Vraag het uw welzijnscoach of uw praktijk. Zij zeggen u ook wie er op de privacy let.',
      systems: 'De computers van Omzien zelf staan hier niet bij.',
      subjects: {
        Patient: 'uw naam en adres',
        ServiceRequest: 'uw zaak',
        Task: 'een aanmelding',
        Consent: 'wat u afsprak',
        Communication: 'contact met u',
        Binary: 'bijlage',
        Appointment: 'een afspraak',
        QuestionnaireResponse: 'uw antwoorden',
        Observation: 'uw cijfers',
        Goal: 'uw doelen',
        CareTeam: 'wie u helpt',
        AuditEvent: 'wie er keek',
        Grant: 'wie er mag kijken',
        Letter: 'een brief aan u',
        other: 'een deel van uw gegevens',
      },
      purposes: {
        'support-referral': 'om u te helpen',
        'privacy-duty': 'toezicht op privacy',
        agreement: 'afspraak tussen systemen',
        none: 'geen reden bekend',
      },
    },
  },
});

export type ResidentWords = ReturnType<typeof residentWords>;
