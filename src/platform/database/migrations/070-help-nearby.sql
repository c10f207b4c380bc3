-- Help nearby: services found by the words of people, kept up to date by who gives them.

create function directory.plain(p_text text) returns text language sql immutable parallel safe as $$
  -- Lower case without accents: what people type on a phone. Own function: the extension unaccent is not everywhere.
  select translate(lower(coalesce(p_text, '')), 'áàâäãåéèêëíìîïóòôöõúùûüçñ', 'aaaaaaeeeeiiiiooooouuuucn')
$$;
comment on function directory.plain is 'A text in lower case without accents, for search.';

create function directory.public_id(p_kind text, p_id text) returns uuid language sql immutable parallel safe as $$
  -- RFC 9562, version 3: the MD5 of a namespace and a name, with version and variant set. HSDS asks for UUIDs.
  select overlay(overlay(h placing '3' from 13) placing substr('89ab', (get_byte(decode(substr(h, 17, 2), 'hex'), 0) >> 4) % 4 + 1, 1) from 17)::uuid
  from (select md5(decode('6ba7b8119dad11d180b400c04fd430c8', 'hex') || convert_to('https://omzien.nl/' || p_kind || '/' || p_id, 'UTF8')) as h) as hashed
$$;
comment on function directory.public_id is 'The stable UUID under which HSDS knows a service, organisation or place of the directory.';

alter table directory.service
  add column edited jsonb,
  add column edited_at timestamptz,
  add column edited_by text,
  add column changed_at timestamptz not null default now(),
  add column public_id uuid generated always as (directory.public_id('service', id)) stored,
  add column words tsvector generated always as (
    setweight(to_tsvector('dutch', directory.plain(name)), 'A')
    || setweight(to_tsvector('dutch', directory.plain(audience)), 'B')
    || setweight(to_tsvector('dutch', directory.plain(organisation_name)), 'C')
    || setweight(to_tsvector('dutch', directory.plain(description)), 'D')
  ) stored;
comment on column directory.service.edited is
  'What people changed in Omzien, by the names of the content; it stays when the content of the region is applied anew.';
comment on column directory.service.words is 'The words of the service for full-text search in Dutch; needs and synonyms are found by id.';
create index service_words on directory.service using gin (words);
create index service_of_organisation on directory.service (organisation, id);
create unique index service_public_id on directory.service (public_id);
create index service_place on directory.service (lat, lon);
