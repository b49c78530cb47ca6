CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message TEXT NOT NULL,
    wish TEXT NOT NULL,                     -- JSON of hoso.studio.jobs.queue.Wish
    urgent INTEGER NOT NULL,                -- 1: before all that is not
    asker TEXT NOT NULL,                    -- the name then, which outlives the account
    asked REAL NOT NULL,                    -- seconds since 1970
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    stopping INTEGER NOT NULL DEFAULT 0,    -- 1: somebody cancelled it while it ran
    attempt INTEGER NOT NULL DEFAULT 0,     -- how often it was begun
    deaths INTEGER NOT NULL DEFAULT 0,      -- how often it broke off without a word
    begun REAL,
    ended REAL,
    outcome TEXT,                           -- JSON of hoso.studio.jobs.queue.Result
    progress TEXT,                          -- JSON: the whole as of the last change
    sequence INTEGER NOT NULL DEFAULT 0     -- the number of the last change
);
CREATE INDEX IF NOT EXISTS jobs_next ON jobs (state, urgent DESC, id);
CREATE INDEX IF NOT EXISTS jobs_of_message ON jobs (message, id);
CREATE TABLE IF NOT EXISTS job_changes (    -- what viewers that were away read up on
    job INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
    sequence INTEGER NOT NULL,              -- 1, 2, 3, ... without a gap
    change TEXT NOT NULL,                   -- JSON
    PRIMARY KEY (job, sequence)
) WITHOUT ROWID;
