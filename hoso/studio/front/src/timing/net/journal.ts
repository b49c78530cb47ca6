// Unsaved edits, kept in this browser until the server has them: they come back after a crash.

import { bare, type Words } from "../model/cues";

export interface Entry {
  /** The version of the file that the edits were made from. */
  readonly base: string;
  readonly cues: readonly Words[];
  /** When, in ms since 1970. */
  readonly at: number;
}

const PREFIX = "hoso.timing.unsaved";

export interface Journal {
  keep(base: string, cues: readonly Words[]): void;
  forget(): void;
}

/** The journal of one file in one page. What earlier pages could not save is found by `left`. */
export class BrowserJournal implements Journal {
  private readonly key: string;

  constructor(
    private readonly file: string,
    private readonly storage: Storage = localStorage,
  ) {
    this.key = `${this.prefix}${Date.now()}-${Math.random()}`;
  }

  private get prefix(): string {
    return `${PREFIX} ${this.file} `;
  }

  keep(base: string, cues: readonly Words[]): void {
    const entry: Entry = { base, cues: bare(cues), at: Date.now() };
    try {
      this.storage.setItem(this.key, JSON.stringify(entry));
    } catch {
      // A full or forbidden storage takes the safety net away, not the work: it is saved all the same.
    }
  }

  forget(): void {
    this.storage.removeItem(this.key);
  }

  /** What was left unsaved, the oldest first. */
  left(): { key: string; entry: Entry }[] {
    return Object.keys(this.storage)
      .filter((key) => key.startsWith(this.prefix))
      .flatMap((key) => {
        const entry = read(this.storage.getItem(key));
        return entry ? [{ key, entry }] : [];
      })
      .sort((a, b) => a.entry.at - b.entry.at);
  }

  drop(key: string): void {
    this.storage.removeItem(key);
  }
}

function read(text: string | null): Entry | null {
  try {
    const entry = JSON.parse(text ?? "null") as Entry | null;
    return entry && Array.isArray(entry.cues) && typeof entry.base === "string" ? entry : null;
  } catch {
    return null;
  }
}
