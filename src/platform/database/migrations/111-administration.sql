-- What an organisation's administrator keeps: invitations, checks of roles, and who left.

alter table platform.role
  add column since date,
  add column last_sign_in date,
  add column checked_on date,
  add column checked_by text;
comment on column platform.role.since is 'The day on which this role was first held here; empty where that is not known.';
comment on column platform.role.last_sign_in is 'The last day on which its holder began to work in this role (a day, no hour). Of this role only: it tells nothing of another employer.';
comment on column platform.role.checked_on is 'When the administrator last said that this role is still right; checked_by says who (a name).';

create table directory.invite (
  id text primary key,
  organisation text not null,
  given text not null,
  family text not null,
  mail text not null,
  roles jsonb not null,
  secret_hash bytea not null unique,
  invited_by text not null,
  invited_by_name text not null,
  sent_at timestamptz not null,
  until date not null,
  accepted_at timestamptz,
  accepted_by text,
  withdrawn_at timestamptz
);
comment on table directory.invite is
  'One invitation to work at one organisation in the roles named: a mail with a link that works once, until a day; of its secret only the hash is here. Not to be found by mail address across organisations.';
create index invite_of_organisation on directory.invite (organisation, sent_at desc) where accepted_at is null and withdrawn_at is null;
create unique index invite_open on directory.invite (organisation, lower(mail)) where accepted_at is null and withdrawn_at is null;
grant select, insert, update on directory.invite to omzien_app;

create table directory.departure (
  organisation text not null,
  person text not null,
  last_day date not null,
  told_by text not null,
  told_at timestamptz not null,
  done_at timestamptz,
  primary key (organisation, person, last_day)
);
comment on table directory.departure is
  'Somebody leaves an organisation: after this day their roles there open nothing. A sweep ends what is still open then (done_at): sessions, and the account of who has no employer left.';
create index departure_due on directory.departure (last_day) where done_at is null;
grant select, insert, update on directory.departure to omzien_app;

-- An invitation is a message about no resident. It is added outside an act, read and sent by a system like any other;
-- what holds a secret is emptied once it has left, for only the hash is kept.
alter table platform.message add column secret boolean not null default false;
comment on column platform.message.secret is 'The body holds a link that opens something: it is emptied once the mail has left.';
create policy message_about_nobody on platform.message for insert to omzien_app
  with check (resident_id = '00000000-0000-0000-0000-000000000000'::uuid and recipient_kind = 'invited' and platform.scope() = 'none');
