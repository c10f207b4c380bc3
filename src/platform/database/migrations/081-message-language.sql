-- A letter is printed by somebody whose screen may be in another language than the letter.
alter table platform.message add column language text not null default 'nl' check (language in ('nl', 'en'));
comment on column platform.message.language is 'The language the message is written in: that of who it is for.';
