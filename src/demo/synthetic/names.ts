// biome-ignore format: names read best as rows
/** Given names of the synthetic residents; ordinary ones of several generations and backgrounds. */
export const GIVEN_NAMES = {
  female: [
    'Aaltje', 'Aisha', 'Anna', 'Anneke', 'Annie', 'Bente', 'Berendina', 'Bo', 'Carla', 'Dina', 'Elif', 'Elly', 'Emma', 'Esther',
    'Eva', 'Fatma', 'Femke', 'Gerda', 'Gerritdina', 'Greetje', 'Hanna', 'Hendrika', 'Hermien', 'Ilse', 'Ingrid', 'Irma', 'Janna',
    'Johanna', 'Julia', 'Katarzyna', 'Lies', 'Lotte', 'Maria', 'Marieke', 'Marloes', 'Mieke', 'Mina', 'Monique', 'Nadia', 'Noor',
    'Oksana', 'Petra', 'Rabia', 'Ria', 'Riet', 'Roos', 'Sanne', 'Selma', 'Sofie', 'Tess', 'Tineke', 'Truus', 'Willemien', 'Yara', 'Zeynep',
  ],
  male: [
    'Ahmet', 'Albert', 'Andrzej', 'Arend', 'Bart', 'Ben', 'Berend', 'Bilal', 'Bram', 'Cees', 'Daan', 'Dirk', 'Erik', 'Evert',
    'Finn', 'Frank', 'Frits', 'Gerard', 'Gerrit', 'Hans', 'Harm', 'Hendrik', 'Henk', 'Herman', 'Ibrahim', 'Jan', 'Jeroen',
    'Johan', 'Joris', 'Kees', 'Lars', 'Luuk', 'Mark', 'Martijn', 'Mehmet', 'Milan', 'Niek', 'Omar', 'Piet', 'Rob', 'Roel',
    'Ruud', 'Samir', 'Sander', 'Sem', 'Stefan', 'Teun', 'Theo', 'Thomas', 'Tom', 'Wim', 'Wouter', 'Yusuf', 'Zekeriya',
  ],
} as const;

/** Beginnings and endings that make family names which nobody bears: each says what it is. */
const ROOTS = [
  'Voorbeeld',
  'Proef',
  'Test',
  'Demo',
  'Fictie',
  'Verzin',
  'Denkbeeld',
  'Oefen',
  'Schijn',
  'Model',
] as const;
const FORMS = ['', 'sma', 'stra', 'inga', 'mans', 'huis', 'kamp', 'brink', 'hof'] as const;
const PREFIXES = ['van', 'van der', 'ter', 'te'] as const;

/** The family names of the synthetic residents: Voorbeeld, Proefsma, van der Testbrink, ter Demohof … (about 150). */
export const FAMILY_NAMES: readonly string[] = ROOTS.flatMap((root) => [
  ...FORMS.map((form) => `${root}${form}`),
  ...PREFIXES.map((prefix, index) => `${prefix} ${root}${FORMS[FORMS.length - 1 - index]}`),
  `${root}er`,
  `${root}eboer`,
]);
