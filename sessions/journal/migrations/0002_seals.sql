-- With each commit, a sum over all rows up to `seq`, made of the one before and the rows since: what is altered later does not fit it
-- any more. The first stands for what an older version wrote, which nothing covers.
CREATE TABLE seal (
    seq INTEGER PRIMARY KEY,
    sum BLOB NOT NULL
) STRICT;

INSERT INTO seal SELECT ifnull(max(seq), 0), zeroblob(32) FROM (SELECT seq FROM passing UNION ALL SELECT seq FROM event);

CREATE TRIGGER seal_is_final BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER seal_stays BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
