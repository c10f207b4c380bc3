-- Systems of partners that sign in by their own key (SMART App Launch 2.2, Backend Services).

create table platform.client (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{2,62}$'),
  name text not null,
  organisation text,
  organisation_name text not null default '',
  services text[] not null default '{}',
  scopes text[] not null check (cardinality(scopes) > 0),
  purpose text not null check (purpose <> ''),
  reads_bsn boolean not null default false,
  jwks jsonb,
  jwks_uri text,
  registered_at timestamptz not null,
  revoked_at timestamptz,
  check ((jwks is null) <> (jwks_uri is null)),
  check (organisation is not null or cardinality(services) = 0)
);
comment on table platform.client is
  'One system of a partner as its agreement names it: for which organisation (null: the whole region) and services it acts, with which scopes, for what, whether the law gives it the BSN, and its public keys or where they are read. Revoked: from the next request on it is nobody.';
grant select, insert, update on platform.client to omzien_app;

create table platform.client_token (
  hash bytea primary key,
  client text not null references platform.client (id),
  scopes text[] not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table platform.client_token is 'One access token of a client, of which only the hash is here; gone a day after it expired.';
create index client_token_expiry on platform.client_token (expires_at);
grant select, insert, delete on platform.client_token to omzien_app;

create table platform.client_assertion (
  client text not null references platform.client (id),
  jti text not null check (length(jti) <= 200),
  expires_at timestamptz not null,
  primary key (client, jti)
);
comment on table platform.client_assertion is 'One assertion by which a client asked for a token: the same one is not taken twice while it would hold.';
create index client_assertion_expiry on platform.client_assertion (expires_at);
grant select, insert, delete on platform.client_assertion to omzien_app;
