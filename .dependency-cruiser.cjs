/**
 * The walls of the house (docs/architecture). A floor may use the floors below it; rooms on one floor do not know each
 * other. A new room gets its place in this list; one that is missing here is reported.
 */
const floors = [
  ['figures', 'evaluation'],
  ['simulation'],
  ['content'],
  ['platform'],
  ['ui'],
  ['web'],
  ['fhir'],
  ['record', 'directory'],
  ['pathways'],
  ['exchange'],
  ['oversight', 'region'],
  ['demo'],
];

const rooms = floors.flat();
const oneOf = (names) => `^src/(?:${names.join('|')})/`;
/** Tests may look anywhere. Files are named as scripts/rooms.mjs lays them out: as JavaScript. */
const TEST = '\\.test\\.js$';

const arrows = floors.flatMap((floor, height) =>
  floor.map((room) => ({
    name: `${room}-stays-above-what-it-uses`,
    comment: `${room} may use: ${floors.slice(0, height).flat().join(', ') || 'no other room'}.`,
    severity: 'error',
    from: { path: oneOf([room]), pathNot: TEST },
    to: { path: oneOf(rooms.filter((other) => other !== room && !floors.slice(0, height).flat().includes(other))) },
  })),
);

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'a-room-is-entered-by-its-door',
      comment: 'A room uses another through its index.ts only; the parts of platform each have a door of their own.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: TEST },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.js$', '^src/platform/[^/]+/index\\.js$'] },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment:
        'figures, evaluation and simulation are pure: they read no file, no clock and no database, and import no package.',
      severity: 'error',
      from: { path: '^src/(?:figures|evaluation|simulation)/', pathNot: TEST },
      to: { pathNot: '^src/' },
    },
    {
      name: 'the-composition-uses-doors',
      comment: 'main.ts and cli.ts compose the rooms from what their doors offer.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.js$', pathNot: TEST },
      to: { path: '^src/[^/]+/', pathNot: ['^src/[^/]+/index\\.js$', '^src/(?:platform|demo)/[^/]+/index\\.js$'] },
    },
    {
      name: 'only-the-composition-knows-the-demo',
      comment: 'The demo is composed in main.ts and cli.ts, so that production can leave it out.',
      severity: 'error',
      from: { pathNot: ['^src/demo/', '^src/(?:main|cli)\\.js$', '^(?:test|bench)/', TEST] },
      to: { path: '^src/demo/' },
    },
    {
      name: 'nothing-reaches-up-to-the-composition',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: TEST },
      to: { path: '^src/[^/]+\\.js$' },
    },
    {
      name: 'the-house-stands-without-its-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: ['^test/', '^bench/', TEST] },
    },
    {
      name: 'every-room-has-a-floor',
      comment: 'Give the room a place in the list of floors in .dependency-cruiser.cjs.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: oneOf(rooms) },
    },
    {
      name: 'every-import-leads-somewhere',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, path: '^\\.' },
    },
  ],
  options: { parser: 'acorn', doNotFollow: { path: 'node_modules' } },
};
