import { loadRegion } from './load.ts';
import type { Mistake } from './mistakes.ts';
import type { Region } from './region.ts';
import { DOMAINS } from './vocabulary.ts';

export type RegionCheck = { readonly ok: boolean; readonly text: string };

/** What `omzien region check` prints, in Dutch: the mistakes with file, line and what to write, or what was found. */
export function regionCheckReport(dir: string): RegionCheck {
  const loaded = loadRegion(dir);
  if (loaded.ok) return { ok: true, text: [summary(loaded.region), ...untold(loaded.untranslated)].join('\n') };
  const lines = loaded.mistakes.map(mistakeLine);
  const head = lines.length === 1 ? 'Er is 1 fout gevonden.' : `Er zijn ${lines.length} fouten gevonden.`;
  return { ok: false, text: [head, '', ...lines].join('\n') };
}

/** What has no English yet: not a mistake, since it is said in Dutch. */
function untold(untranslated: readonly Mistake[]): readonly string[] {
  if (untranslated.length === 0) return ['Alle teksten zijn er ook in het Engels.'];
  const count = untranslated.length === 1 ? '1 tekst heeft' : `${untranslated.length} teksten hebben`;
  return ['', `${count} nog geen Engels.`, '', ...untranslated.map(mistakeLine)];
}

function mistakeLine({ file, line, path, message }: Mistake): string {
  return `${file}:${line}${path === '' ? '' : ` (${path})`}\n  ${message}`;
}

function summary(region: Region): string {
  const residents = region.municipalities.reduce((sum, { residents: count }) => sum + count, 0);
  const perDomain = DOMAINS.map(
    (domain) => `${domain} ${region.services.filter((one) => one.domain === domain).length}`,
  );
  return [
    `${region.title}: geen fouten.`,
    `${region.municipalities.length} gemeenten, ${region.postcodes.length} postcodes, ${residents.toLocaleString('nl-NL')} inwoners`,
    `${region.owners.length} eigenaren, ${region.partners.length} partners, ${region.organisations.length} organisaties, ${region.ties.length} koppelingen van praktijk en team`,
    `${region.services.length} diensten: ${perDomain.join(', ')}`,
    `${region.pathways.length} ketenaanpak(ken), ${region.questionnaires.length} vragenlijsten, ${region.consents.length} toestemmingsteksten`,
    `${region.themes.flatMap(({ indicators }) => indicators).length} cijfers in ${region.themes.length} thema’s`,
  ].join('\n');
}
