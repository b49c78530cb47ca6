CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL,
    password TEXT,                      -- argon2 hash; NULL: only by a one-time link
    language TEXT NOT NULL DEFAULT 'en',
    local INTEGER NOT NULL DEFAULT 0    -- 1: whoever started the studio on this machine
);
CREATE TABLE IF NOT EXISTS sessions (
    digest TEXT PRIMARY KEY,            -- SHA-256 of the cookie's secret, which is kept nowhere
    person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    csrf TEXT NOT NULL,
    begun REAL NOT NULL,                -- seconds since 1970
    seen REAL NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    browser TEXT NOT NULL DEFAULT ''    -- what it calls itself
);
CREATE INDEX IF NOT EXISTS sessions_of_person ON sessions (person);
CREATE TABLE IF NOT EXISTS links (
    digest TEXT PRIMARY KEY,            -- SHA-256 of the secret in the link
    person INTEGER REFERENCES people ON DELETE CASCADE, -- who may set a password by it; NULL: signs in on this machine
    expires REAL NOT NULL               -- seconds since 1970
);
CREATE TABLE IF NOT EXISTS tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,        -- SHA-256 of the token
    person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    name TEXT NOT NULL,
    made REAL NOT NULL,                 -- seconds since 1970
    expires REAL NOT NULL,
    used REAL                           -- NULL: never
);
CREATE INDEX IF NOT EXISTS tokens_of_person ON tokens (person);
CREATE TABLE IF NOT EXISTS failures (
    digest TEXT PRIMARY KEY,            -- SHA-256 of an account's name or of an address
    count INTEGER NOT NULL,             -- sign-ins that failed one after another
    latest REAL NOT NULL,               -- seconds since 1970
    until REAL NOT NULL                 -- no other is looked at before
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
