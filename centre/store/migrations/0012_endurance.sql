-- The rules of an endurance race, 0 where there is no such rule; and the drivers of a team, in the order of the entry: the first starts.
ALTER TABLE sessions ADD COLUMN endurance_stops_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_min_stop_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_pit_opens_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_pit_closes_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_jokers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_max_stint_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_rest_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_driver_min_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_driver_max_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_driver_min_percent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_driver_max_percent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_pit_loss_us INTEGER NOT NULL DEFAULT 0;

-- Ids are never given again: a relay of the journal names its driver by them.
CREATE TABLE seat_drivers(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  seat INTEGER NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  public_name TEXT
) STRICT;
CREATE INDEX seat_drivers_by_seat ON seat_drivers(seat);
