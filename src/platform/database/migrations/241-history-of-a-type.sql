-- The history of a type since a moment reads the blocks in which that time lies; it costs a write next to nothing.
create index resource_by_time on record.resource using brin (last_updated) with (pages_per_range = 16, autosummarize = on);
create index history_by_time on record.history using brin (last_updated) with (pages_per_range = 16, autosummarize = on);
