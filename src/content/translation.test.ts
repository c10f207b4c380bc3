import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inEnglish, loadRegion, regionCheckReport } from './index.ts';
import { translatedVersion } from './translation.ts';

const shipped = fileURLToPath(new URL('../../region/twente', import.meta.url));
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the region in which one file says something else. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'region-'));
  folders.push(folder);
  cpSync(shipped, folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  assert.notEqual(after, before, 'the test changes something');
  writeFileSync(path, after);
  return folder;
}

describe('the region in English', () => {
  it('says every text that people read', () => {
    const loaded = loadRegion(shipped);
    assert.ok(loaded.ok);
    assert.deepEqual(loaded.untranslated, []);
    assert.match(regionCheckReport(shipped).text, /Alle teksten zijn er ook in het Engels/);
  });

  it('replaces words and nothing else: codes, ages, norms and sources stay', () => {
    const loaded = loadRegion(shipped);
    assert.ok(loaded.ok);
    const { region } = loaded;
    const english = inEnglish(region);
    const [dutchWay, way] = [region.pathways[0], english.pathways[0]];
    assert.ok(dutchWay && way);
    assert.equal(way.rejectReasons[0]?.label, 'There is no place now');
    assert.deepEqual(
      way.rejectReasons.map(({ code, by }) => ({ code, by })),
      dutchWay.rejectReasons.map(({ code, by }) => ({ code, by })),
    );
    assert.deepEqual(
      way.norms.map(({ label, ...norm }) => norm),
      dutchWay.norms.map(({ label, ...norm }) => norm),
    );
    assert.deepEqual(english.services, region.services);
    assert.deepEqual(english.organisations, region.organisations);
    assert.equal(english.crisis.lines[0]?.phone, '112');
    const measure = english.questionnaires.find(({ id }) => id === 'well-being');
    for (const item of measure?.items ?? []) assert.equal(item.text, item.original, 'asked as its source asks it');
  });

  it('is told of where a text has none yet, by file and line, and is then said in Dutch', () => {
    const folder = changed('en/needs.yaml', (text) => text.replace(/ {2}sport: .*\n/, ''));
    const report = regionCheckReport(folder);
    assert.equal(report.ok, true);
    assert.match(report.text, /1 tekst heeft nog geen Engels/);
    assert.match(report.text, /needs\.yaml:\d+ \(needs\[4\]\.label\)\n.*en\/needs\.yaml bij ‘needs › sport › label’/);
    const loaded = loadRegion(folder);
    assert.ok(loaded.ok);
    assert.equal(inEnglish(loaded.region).needs.find(({ id }) => id === 'sport')?.label, 'Sporten');
  });

  it('is a mistake where it says something of nothing', () => {
    const folder = changed('en/needs.yaml', (text) => text.replace('  sport:', '  sportz:'));
    const report = regionCheckReport(folder);
    assert.equal(report.ok, false);
    assert.match(report.text, /en\/needs\.yaml:\d+ \(needs\.sportz\.label\)/);
  });

  it('keeps a question of an older version in the language it was asked in', () => {
    const loaded = loadRegion(shipped);
    assert.ok(loaded.ok);
    const { region } = loaded;
    const [asked] = region.questionnaires;
    assert.ok(asked);
    assert.notEqual(translatedVersion(region, 'questionnaire', asked).title, asked.title);
    assert.equal(translatedVersion(region, 'questionnaire', { ...asked, version: 99 }).title, asked.title);
  });
});
