-- More rules of an endurance race, and what a driver weighs and carries; nothing of it was told before.
ALTER TABLE sessions ADD COLUMN endurance_swap_no_stop INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_refuels_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_min_box_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_min_refuel_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_weight_kg INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_weight_ms_per_kg_h INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_exit_after_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN endurance_exit_window_us INTEGER NOT NULL DEFAULT 0;

ALTER TABLE seat_drivers ADD COLUMN weight_kg INTEGER NOT NULL DEFAULT 0;
ALTER TABLE seat_drivers ADD COLUMN transponder INTEGER;
