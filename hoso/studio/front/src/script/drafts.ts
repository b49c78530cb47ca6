// What is written and not saved, kept in this browser: it survives a reload, a crash, a lost connection.

export interface Draft {
  readonly text: string;
  /** The stamp of what it began from. */
  readonly stamp: string;
  /** When it was written last, in ms since 1970. */
  readonly at: number;
}

const KEPT_MS = 60 * 24 * 3600 * 1000;
const PREFIX = "hoso-draft:";

export class Drafts {
  private readonly key: string;

  constructor(file: string) {
    this.key = PREFIX + file;
    sweep();
  }

  read(): Draft | null {
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? "null") as Partial<Draft> | null;
      const whole = typeof found?.text === "string" && typeof found.stamp === "string";
      return whole ? { text: found.text ?? "", stamp: found.stamp ?? "", at: Number(found.at) } : null;
    } catch {
      return null;
    }
  }

  /** Keep `text`. False where the browser keeps nothing: no room, or told not to. */
  keep(text: string, stamp: string): boolean {
    try {
      localStorage.setItem(this.key, JSON.stringify({ text, stamp, at: Date.now() } satisfies Draft));
      return true;
    } catch {
      return false;
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}

/** Forget what nobody came back to. */
function sweep(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const { at } = JSON.parse(localStorage.getItem(key) ?? "{}") as { at?: number };
      if (Date.now() - Number(at ?? 0) > KEPT_MS) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}
