CREATE TABLE IF NOT EXISTS shares (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,        -- SHA-256 of the secret in the link, which is kept nowhere
    key TEXT NOT NULL,                  -- signs the tickets of those who may download
    message TEXT NOT NULL,
    version TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('release', 'channel', 'file')),
    part TEXT NOT NULL,                 -- '', edition/channel, or a file's path
    content TEXT NOT NULL,              -- stands for the bytes of all its files
    note TEXT NOT NULL,                 -- to whom
    reason TEXT NOT NULL,               -- why, although the release was not approved
    sharer TEXT NOT NULL,               -- the name then, which outlives the account
    made REAL NOT NULL,                 -- seconds since 1970
    expires REAL NOT NULL,
    most INTEGER,                       -- downloads; NULL: as many as they like
    passphrase TEXT,                    -- argon2 hash; NULL: none is asked for
    revoked REAL,
    revoker TEXT
);
CREATE INDEX IF NOT EXISTS shares_of_message ON shares (message, id);
CREATE TABLE IF NOT EXISTS share_downloads (
    share INTEGER NOT NULL REFERENCES shares ON DELETE CASCADE,
    ticket TEXT NOT NULL,               -- one visit: what it takes and takes up again is one download
    begun REAL NOT NULL,
    latest REAL NOT NULL,
    PRIMARY KEY (share, ticket)
) WITHOUT ROWID;
