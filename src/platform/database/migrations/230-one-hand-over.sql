-- One table tells who took over from whom, whoever arranged it: a colleague or coordinator by hand (101), or an
-- administrator because of a leave or of work that ends (112). The timeline then says from whom in each of them.
alter table pathways.hand_over add column leave text;
comment on column pathways.hand_over.leave is
  'Because of which time away (directory.leave) an administrator had it handed over; empty where it was done by hand.';
comment on table pathways.hand_over is
  'One case that one colleague took over from another: why, and the last day where it is for a time. For the team only: why somebody was away is not the resident''s to know, and of a leave (away) not the team''s either. The administrator who arranged it sees none of this.';
alter table pathways.hand_over drop constraint hand_over_reason_check;
alter table pathways.hand_over add constraint hand_over_reason_check check (reason in ('leave', 'illness', 'left', 'load', 'away', 'team'));
create index hand_over_away on pathways.hand_over (leave) where back_at is null and leave is not null;

insert into pathways.hand_over (resident_id, case_id, id, team, at, from_person, from_name, to_person, to_name, reason, until, by_name, back_at, leave)
  select h.resident_id, h.case_id, 'leave-' || h.leave || '-' || h.case_id, k.team, h.at,
    h.from_person, coalesce((select max(r.person_name) from platform.role r where r.person = h.from_person), ''),
    h.to_person, coalesce((select max(r.person_name) from platform.role r where r.person = h.to_person), ''),
    'away', (select l.until_day from directory.leave l where l.id = h.leave), '', h.back_at, h.leave
  from pathways.handed_over h join pathways."case" k on k.resident_id = h.resident_id and k.id = h.case_id;
drop table pathways.handed_over;

drop index pathways.hand_over_open;
create index hand_over_open on pathways.hand_over (team, from_person) where back_at is null and (until is not null or leave is not null);
