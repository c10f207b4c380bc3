-- The log is asked by person, resident, organisation, action, purpose, door and outcome, newest first. Ids rise with
-- time, so each index gives one page by itself, however long the log has become.

drop index platform.audit_by_person;
create index audit_newest on platform.audit (id desc);
create index audit_of_person on platform.audit (person, id desc);
create index audit_of_organisation on platform.audit (organisation, id desc);
create index audit_of_action on platform.audit (action, id desc);
create index audit_of_purpose on platform.audit (purpose, id desc);
create index audit_of_door on platform.audit (door, id desc);
create index audit_denied on platform.audit (id desc) where not allowed;
