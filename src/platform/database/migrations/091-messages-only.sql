-- A question about who looked is a request to the privacy officer (130-requests.sql), the one way there is for it: an
-- exchange is always with the team of a case, and nothing of a record is read by duty alone.
drop policy resource_question on record.resource;
drop policy thread_duty on pathways.thread;
drop policy thread_team on pathways.thread;
drop index pathways.thread_question;
alter table pathways.thread drop column kind;
create policy thread_team on pathways.thread for select to omzien_app, omzien_worker using (team = any (platform.parties()));
comment on table pathways.thread is
  'The messages between a resident and the team of one case. A read model of Communication; id is the first one''s. How many each side has not read; closed once the team no longer has the case.';
