-- Wrong PINs are a person's, at whatever station: each station more would be five guesses more.
drop table station_pin_attempts;
create table pin_attempts (
  user_id bigint primary key references users (id) on delete cascade,
  attempts integer not null,
  locked_until timestamptz
);
