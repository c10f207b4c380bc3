import type { RoleCode } from '../../../platform/index.ts';
import { Link, Section, useLanguage } from '../../../ui/index.ts';
import { lifePath, TEAM } from './parts.tsx';
import { lifeWords } from './words.ts';

/** At the foot of a case: what to do when something happens in a life. */
export function LifeLinks(props: { readonly viewer: RoleCode; readonly caseId: string; readonly ended: boolean }) {
  const words = lifeWords(useLanguage());
  const to = (part: string) => lifePath(props.viewer, props.caseId, part);
  return (
    <Section title={words.links}>
      <ul>
        <li>
          <Link href={to('veiligheid')}>{words.safety}</Link>
        </li>
        {TEAM.includes(props.viewer) && !props.ended ? (
          <li>
            <Link href={to('verkeerd')}>{words.misplaced}</Link>
          </li>
        ) : null}
        {TEAM.includes(props.viewer) && !props.ended ? (
          <li>
            <Link href={to('verhuizing')}>{words.move}</Link>
          </li>
        ) : null}
        {TEAM.includes(props.viewer) ? (
          <li>
            <Link href={to('afgeschermd')}>{words.withhold}</Link>
          </li>
        ) : null}
        {props.ended ? null : (
          <li>
            <Link href={to('adres')}>{words.address}</Link>
          </li>
        )}
        {props.viewer === 'welfare-coach' ? null : (
          <li>
            <Link href={to('samenvoegen')}>{words.merge}</Link>
          </li>
        )}
        {props.ended ? null : (
          <li>
            <Link href={to('overlijden')}>{words.death}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
