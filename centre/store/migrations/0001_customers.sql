CREATE TABLE customers(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  nickname TEXT,
  birth_date TEXT,
  email TEXT,
  phone TEXT,
  locale TEXT NOT NULL,
  public_results TEXT CHECK(public_results IN ('given', 'refused'))
) STRICT;

-- Prefixes from two letters, without accents. `digits`: the telephone number and all its ends.
CREATE VIRTUAL TABLE customer_search USING fts5(
  names, email, digits, prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2');
