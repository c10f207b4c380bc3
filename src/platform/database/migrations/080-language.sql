-- The language somebody chose follows them to every device they sign in on (WCAG 3.2.3 asks that a site stays itself).
alter table platform.account add column language text check (language in ('nl', 'en'));
comment on column platform.account.language is 'The language this person chose for the pages; null while they never chose one.';
create index account_of_person on platform.account (person);
