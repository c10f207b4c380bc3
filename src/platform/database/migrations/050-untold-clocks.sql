-- A norm that passed while somebody was at work in the case is late before the sweep comes by; it is told all the same.
create index clock_untold on pathways.clock (due) where state in ('running', 'overdue') and told_late_at is null;
