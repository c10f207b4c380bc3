-- Every search parameter of R4: beside exact words (tokens, refs) what is compared otherwise.

alter table record.resource drop column date_from, drop column date_to, add column terms jsonb;
comment on column record.resource.terms is
  'What is compared and not looked up, by search parameter: [folded, as written] for text, [from, to] for moments (ms) and numbers, with system|code and unit for quantities. Empty: the index has to be made anew.';
create index resource_to_index on record.resource (resident_id, type, id) where terms is null;

alter table directory.resource drop column date_from, drop column date_to, add column terms jsonb;
comment on column directory.resource.terms is 'As record.resource.terms.';
