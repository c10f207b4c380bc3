import type { Crisis, Safety } from '../../../../content/index.ts';
import { Alert, ButtonGroup, formatDate, LinkButton, Section, useLanguage } from '../../../../ui/index.ts';
import { CrisisLines } from '../../shared/index.ts';
import { safetyWords } from './words.ts';

/**
 * The right door for who fears violence or child abuse: the numbers first, then the five steps of the reporting code as
 * the region gives them, with what is written down where. `links`: what one can do here at once.
 */
export function SafetySteps(props: {
  readonly crisis: Crisis;
  readonly safety: Safety | undefined;
  readonly links?: readonly { readonly href: string; readonly label: string }[];
}) {
  const lang = useLanguage();
  const words = safetyWords(lang);
  const { safety } = props;
  return (
    <>
      <CrisisLines crisis={props.crisis} />
      {safety ? null : <p>{words.none}</p>}
      {safety?.steps.map((step) => (
        <Section key={step.id} title={step.title}>
          <p>{step.text}</p>
          <p>
            <strong>{words.record}:</strong> {step.record}
          </p>
        </Section>
      ))}
      <Alert tone="warning" title={words.care}>
        <p>{words.careText}</p>
        {props.links && props.links.length > 0 ? (
          <ButtonGroup>
            {props.links.map((link) => (
              <LinkButton key={link.href} kind="secondary" href={link.href}>
                {link.label}
              </LinkButton>
            ))}
          </ButtonGroup>
        ) : null}
      </Alert>
      {safety ? (
        <>
          <Section title={words.told}>
            <p>{safety.telling}</p>
          </Section>
          <Section title={words.self}>
            <p>{safety.colleague}</p>
          </Section>
          <p>
            {words.source}: {safety.source} ({words.checked({ date: formatDate(safety.checkedOn, 'long', lang) })}).{' '}
            <a className="utrecht-link" href={safety.url}>
              {words.codes}
            </a>
          </p>
        </>
      ) : null}
    </>
  );
}
