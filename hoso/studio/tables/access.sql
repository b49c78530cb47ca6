CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL,
    password TEXT,                      -- argon2 hash; NULL: only by a one-time link
    language TEXT NOT NULL DEFAULT 'en'
);
CREATE TABLE IF NOT EXISTS sessions (
    digest TEXT PRIMARY KEY,            -- SHA-256 of the cookie's secret, which is kept nowhere
    person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    csrf TEXT NOT NULL,
    begun REAL NOT NULL,                -- seconds since 1970
    seen REAL NOT NULL
);
