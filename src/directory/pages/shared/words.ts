import { defineWords, plural } from '../../../ui/index.ts';

/** How a service is told of, wherever it is shown. */
export const serviceWords = defineWords({
  nl: {
    free: 'gratis',
    per: { free: '', session: 'per keer', month: 'per maand', year: 'per jaar' },
    noWait: 'geen wachttijd',
    wait: (p: { days: number }) => `wachttijd ongeveer ${plural(p.days, 'dag', 'dagen')}`,
    waitWeeks: (p: { weeks: number }) => `wachttijd ongeveer ${plural(p.weeks, 'week', 'weken')}`,
    fullUntil: (p: { date: string }) => `vol tot ${p.date}`,
    placesFree: (p: { count: number }) =>
      p.count === 0 ? 'groep is nu vol' : `nog ${plural(p.count, 'plek', 'plekken')} vrij`,
    delivery: { 'on-site': '', 'at-home': 'komt bij u thuis', phone: 'per telefoon', online: 'via internet' },
    wheelchair: 'Toegankelijk met een rolstoel',
    noWheelchair: 'Niet goed toegankelijk met een rolstoel',
    ages: {
      from: (p: { min: number }) => `vanaf ${p.min} jaar`,
      to: (p: { max: number }) => `tot en met ${p.max} jaar`,
      between: (p: { min: number; max: number }) => `van ${p.min} tot en met ${p.max} jaar`,
    },
    gender: { female: 'alleen voor vrouwen', male: 'alleen voor mannen' },
    residentsOnly: (p: { municipality: string }) => `Alleen voor inwoners van ${p.municipality}.`,
    days: {
      monday: 'maandag',
      tuesday: 'dinsdag',
      wednesday: 'woensdag',
      thursday: 'donderdag',
      friday: 'vrijdag',
      saturday: 'zaterdag',
      sunday: 'zondag',
    },
    hours: (p: { day: string; from: string; to: string }) => `${p.day} van ${p.from} tot ${p.to} uur`,
    checked: (p: { date: string; by: string }) => `Nagekeken op ${p.date} door ${p.by}`,
    stale: (p: { date: string }) =>
      `Let op: sinds ${p.date} keek niemand dit na. Bel eerst, of vraag of het nog zo is.`,
  },
  en: {
    free: 'free',
    per: { free: '', session: 'a visit', month: 'a month', year: 'a year' },
    noWait: 'no waiting time',
    wait: (p: { days: number }) => `waiting time about ${plural(p.days, 'day', 'days', 'en')}`,
    waitWeeks: (p: { weeks: number }) => `waiting time about ${plural(p.weeks, 'week', 'weeks', 'en')}`,
    fullUntil: (p: { date: string }) => `full until ${p.date}`,
    placesFree: (p: { count: number }) =>
      p.count === 0 ? 'group is full now' : `${plural(p.count, 'place', 'places', 'en')} left`,
    delivery: { 'on-site': '', 'at-home': 'comes to your home', phone: 'by telephone', online: 'online' },
    wheelchair: 'Accessible by wheelchair',
    noWheelchair: 'Not easily accessible by wheelchair',
    ages: {
      from: (p: { min: number }) => `from age ${p.min}`,
      to: (p: { max: number }) => `up to age ${p.max}`,
      between: (p: { min: number; max: number }) => `age ${p.min} to ${p.max}`,
    },
    gender: { female: 'for women only', male: 'for men only' },
    residentsOnly: (p: { municipality: string }) => `Only for residents of ${p.municipality}.`,
    days: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
    },
    hours: (p: { day: string; from: string; to: string }) => `${p.day} from ${p.from} to ${p.to}`,
    checked: (p: { date: string; by: string }) => `Checked on ${p.date} by ${p.by}`,
    stale: (p: { date: string }) =>
      `Note: nobody has checked this since ${p.date}. Call first, or ask whether it still holds.`,
  },
});

export type ServiceWords = ReturnType<typeof serviceWords>;
