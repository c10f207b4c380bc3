-- Omzien is opened from the system of a practice, for the patient on screen (SMART App Launch 2.2, EHR launch).

create table platform.launch_site (
  issuer text primary key,
  name text not null,
  organisation text not null,
  organisation_name text not null,
  client_id text not null,
  client_secret bytea,
  takes_letters boolean not null default false,
  registered_at timestamptz not null,
  closed_at timestamptz
);
comment on table platform.launch_site is
  'One system (by the base address of its FHIR API) from which the people of one organisation may open Omzien, what Omzien is to it (its secret sealed), and whether letters are written back to it. What is not here opens nothing.';
grant select, insert, update on platform.launch_site to omzien_app;

create table platform.launch (
  id_hash bytea primary key,
  sealed bytea not null,
  expires_at timestamptz not null
);
comment on table platform.launch is
  'One time that Omzien was opened for a patient: who opened it and whom it is about, sealed, until the referral form is there; half an hour at most. The browser holds the key of which only the hash is here.';
create index launch_expiry on platform.launch (expires_at);
grant select, insert, delete on platform.launch to omzien_app;
