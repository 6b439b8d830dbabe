-- The place of an event in the order in which it is told. Given after the commit of what it reports, by one at a time (see decision 23): ids are
-- handed out before it, and a reader that has seen 17 would skip a 16 that commits late.
alter table outbox add column position bigint;
create unique index idx_outbox_place on outbox (position);
create index idx_outbox_unplaced on outbox (id) where position is null;
drop index idx_outbox_position;
alter table outbox drop column xid;
