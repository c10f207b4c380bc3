-- Events and messages are written in a decided act or by a system; a transaction that only reads writes neither.
alter policy outbox_add on platform.outbox
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
alter policy message_add on platform.message
  with check (platform.scope() = 'act' and platform.see() ? resident_id::text);
