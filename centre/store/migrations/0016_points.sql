ALTER TABLE meetings ADD COLUMN championship TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN drop_worst INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN team_counting INTEGER NOT NULL DEFAULT 2;

-- A table of points of a meeting: one a kind of session, and one a class that has its own. `by_place`: hundredths, the winner's first.
CREATE TABLE meeting_points(
  meeting INTEGER NOT NULL REFERENCES meetings(id),
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  class TEXT,
  by_place TEXT NOT NULL,
  participation INTEGER NOT NULL,
  best_lap INTEGER NOT NULL,
  pole INTEGER NOT NULL,
  best_lap_place_max INTEGER NOT NULL,
  PRIMARY KEY(meeting, place)
) STRICT, WITHOUT ROWID;
