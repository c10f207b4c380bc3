-- The privacy officer finds a worker in the log by the beginnings of their names; without an index that read every role.
create index role_by_name on platform.role using gin (to_tsvector('simple', person_name));
