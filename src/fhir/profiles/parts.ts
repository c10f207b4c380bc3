import { at, codingsOf, doubtful, extensionsOf, type Finding, type Json, type Rule, wrong } from './rule.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition';
/** The extension by which a Dutch code stands beside a FHIR code that is wider or narrower. */
export const CODE_SPECIFICATION = `${NICTIZ}/ext-CodeSpecification`;
const ROLE_OF_CONTACT = 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472';

/** Official names as the zib NameInformation 1.1 (2020) has them: at most two, and no prefix without its family name. */
export const dutchNames = (path: string): Rule =>
  function* (resource, type) {
    let official = 0;
    for (const { value, place } of at(resource, path, type)) {
      const name = value as Json;
      if (name.use === 'official') {
        official += 1;
        yield* givenNames(name, place);
      }
      for (const [prefix, family] of [
        ['own-prefix', 'own-name'],
        ['partner-prefix', 'partner-name'],
      ]) {
        const has = (part: string) => [...extensionsOf(name._family, `${CORE}/humanname-${part}`, place)].length > 0;
        if (has(prefix!) && !has(family!))
          yield wrong(`${place}.family`, `humanname-${prefix} stands without humanname-${family}`);
      }
    }
    if (official > 2) yield wrong(`${type}.${path}`, 'At most two official names', 'structure');
  };

/** Each official given name says whether it is a name or an initial (BR, IN). */
function* givenNames(name: Json, place: string): Generator<Finding> {
  const beside = Array.isArray(name._given) ? name._given : [];
  if (!Array.isArray(name.given)) return;
  for (const index of name.given.keys()) {
    const [said] = extensionsOf(beside[index], `${CORE}/iso21090-EN-qualifier`, place);
    if (!said)
      yield doubtful(
        `${place}.given[${index}]`,
        'Say by iso21090-EN-qualifier whether it is a name (BR) or an initial (IN)',
      );
  }
}

const PARTS_OF_LINE = ['streetName', 'houseNumber', 'buildingNumberSuffix', 'additionalLocator', 'unitID'];

/** Addresses as the zib AddressInformation 1.1 (2020) has them: each part of a line once, and "by" or "to" where one is said. */
export const dutchAddresses = (path: string): Rule =>
  function* (resource, type) {
    for (const { value, place } of at(resource, path, type)) {
      const { _line, _country } = value as Json;
      if (Array.isArray(_line))
        for (const [index, beside] of _line.entries()) {
          const line = `${place}.line[${index}]`;
          for (const part of PARTS_OF_LINE) {
            const found = [...extensionsOf(beside, `${CORE}/iso21090-ADXP-${part}`, line)];
            if (found.length > 1) yield wrong(line, `iso21090-ADXP-${part} stands more than once`, 'structure');
            for (const one of part === 'additionalLocator' ? found : [])
              if (!['by', 'to'].includes(String((one.value as Json).valueString)))
                yield wrong(line, 'The indication of a house number is "by" or "to"', 'value');
          }
        }
      if ([...extensionsOf(_country, CODE_SPECIFICATION, place)].length > 1)
        yield wrong(`${place}.country`, 'At most one code of the country', 'structure');
    }
  };

/** What a contact is to somebody: where a code of the Dutch list of roles is used, it is one of that list (01 to 24). */
export const dutchRoles = (path: string): Rule =>
  function* (resource, type) {
    for (const { value, place } of at(resource, path, type))
      for (const { system, code } of codingsOf(value))
        if (system === ROLE_OF_CONTACT && !/^(?:0[1-9]|1\d|2[0-4])$/.test(String(code)))
          yield wrong(place, 'Not a role of the list', 'code-invalid');
  };

/** Identifiers of a Dutch system have the form of that system: AGB and URA have eight digits. */
export const dutchNumbers: Rule = function* (resource, type) {
  for (const { value, place } of at(resource, 'identifier', type)) {
    const { system, value: number } = value as Json;
    const named = /^http:\/\/fhir\.nl\/fhir\/NamingSystem\/(agb-z|ura)$/.exec(String(system))?.[1];
    if (named && typeof number === 'string' && !/^\d{8}$/.test(number))
      yield wrong(`${place}.value`, `A number of ${named} has eight digits`, 'value');
  }
};
