CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,                -- also the name of its file in .hoso/studio/uploads
    person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    name TEXT NOT NULL,                 -- as the person calls the file
    message TEXT,                       -- whose recorded line it is; NULL: a file of videos/ itself
    clash TEXT NOT NULL,                -- refuse, number or replace: what to do where the name is taken
    size INTEGER NOT NULL,              -- bytes that it will have
    touched REAL NOT NULL,              -- when something of it came last, in seconds since 1970
    outcome TEXT                        -- JSON of what became of it; NULL while something is missing
);
