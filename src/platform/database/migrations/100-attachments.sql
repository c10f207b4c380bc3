-- Attachments: files that belong to an entry of the record. Their bytes are sealed; whoever may read the entry may read them.

create table record.attachment (
  resident_id uuid not null,
  id text not null,
  holder_type text not null,
  holder_id text not null,
  at timestamptz not null,
  name text not null,
  media_type text not null,
  bytes int not null check (bytes between 1 and 10000000),
  sealed bytea not null,
  facet text not null,
  categories text[] not null,
  parties text[] not null,
  author text not null,
  by_name text not null,
  hidden_at timestamptz,
  primary key (resident_id, id),
  foreign key (resident_id, holder_type, holder_id) references record.resource (resident_id, type, id)
);
comment on table record.attachment is
  'One file with one entry of the record (its holder): sealed bytes, what it is by content, and guarded as its holder is. hidden_at: entered in error, no longer shown to anybody.';
alter table record.attachment alter column sealed set storage external;
create index attachment_of_holder on record.attachment (resident_id, holder_type, holder_id);
create index attachment_of_day on record.attachment (resident_id, at);

alter table record.attachment enable row level security;
alter table record.attachment force row level security;
create policy attachment_gate on record.attachment to omzien_owner using (true) with check (true);
create policy attachment_see on record.attachment for select to omzien_app, omzien_worker using (
  platform.scope() = 'region'
  or (to_jsonb(categories) <@ (platform.see() -> resident_id::text -> 'c')
      and (hidden_at is null or platform.scope() = 'act')
      and ((platform.see() -> resident_id::text -> 'w') ? facet
           or ((platform.see() -> resident_id::text -> 'o') ? facet and parties && platform.parties()))
      and (at <= coalesce((platform.see() -> resident_id::text ->> 'u')::timestamptz, 'infinity')
           or author = any (platform.parties()))));
create policy attachment_add on record.attachment for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy attachment_change on record.attachment for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert, update on record.attachment to omzien_app, omzien_worker;
