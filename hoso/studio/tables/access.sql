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
CREATE TABLE IF NOT EXISTS audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,                   -- seconds since 1970
    person TEXT NOT NULL,               -- the name, which outlives the account; '': nobody known
    action TEXT NOT NULL,               -- area.verb
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    address TEXT NOT NULL               -- where the request came from; '': no request
);
CREATE INDEX IF NOT EXISTS audit_by_person ON audit (person, id);
CREATE INDEX IF NOT EXISTS audit_by_action ON audit (action, id);
CREATE INDEX IF NOT EXISTS audit_by_subject ON audit (subject, id);
