// Saving by itself: soon after the last change, again after a lost connection, never over somebody's work.

import { Refused } from "../../shared/send";
import type { Desk } from "../desk";
import { identified, rebased } from "../model/adopting";
import { alike, type Sheet, type Words } from "../model/cues";
import type { Conflict, Saved } from "./contract";
import type { Journal } from "./journal";

/** How long after the last change, in ms. */
export const REST = 600;
/** How long until the next try without a connection, in ms; twice as long after each, up to the second. */
const RETRY = [1000, 15_000] as const;

export type Phase = "saved" | "waiting" | "saving" | "offline" | "refused" | "signed-out";

export interface Events {
  /** `problem` is what the server said, where it refused. */
  phase(phase: Phase, problem: string): void;
  /** Somebody else's work came in; `count` cues of it are new or other. */
  merged(count: number): void;
  conflicts(conflicts: readonly Conflict[]): void;
}

export interface Server {
  save(base: string, cues: readonly Words[], leaving?: boolean): Promise<Saved>;
}

export class Saver {
  phase: Phase = "saved";
  private base = "";
  /** What stands in the file of `base`. */
  private saved: Sheet = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flying: Promise<void> | null = null;
  /** What was sent and not answered: it may have arrived, so it is sent again just as it was. */
  private pending: { readonly base: string; readonly sent: Sheet } | null = null;
  private wait = RETRY[0] as number;

  constructor(
    private readonly desk: Desk,
    private readonly server: Server,
    private readonly journal: Journal,
    private readonly events: Events,
  ) {
    desk.onChange((topic) => {
      if (topic === "cues") this.changed();
    });
  }

  get version(): string {
    return this.base;
  }

  get unsaved(): boolean {
    return !alike(worded(this.desk.sheet), this.saved);
  }

  /** The file is at `version`, with `sheet` in it, which is to be put on the desk. */
  opening(version: string, sheet: Sheet): void {
    this.base = version;
    this.saved = sheet;
    this.tell("saved");
  }

  /** Save now; done when it is settled, one way or the other. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    // What is on its way is enough for now; what comes after it is in the journal.
    if (this.flying && leaving) return;
    await this.flying;
    if (!this.unsaved && !this.pending) return;
    this.flying = this.run(leaving).finally(() => {
      this.flying = null;
    });
    await this.flying;
  }

  /** Somebody else saved `cues` as `version`: join them with what is here. */
  async joined(version: string, cues: readonly Words[], conflicts: readonly Conflict[]): Promise<void> {
    if (this.flying || this.pending || this.unsaved) return this.flush();
    this.take({ version, cues, merged: true, findings: [], conflicts }, this.saved);
  }

  /** Take what the server has put into the file by its own. */
  answered(answer: Saved): void {
    this.take(answer, worded(this.desk.sheet));
  }

  private changed(): void {
    if (!this.unsaved && !this.pending) {
      clearTimeout(this.timer);
      this.journal.forget();
      if (!this.flying) this.tell("saved");
      return;
    }
    this.journal.keep(this.base, worded(this.desk.sheet));
    if (this.phase !== "offline" && this.phase !== "signed-out") this.tell("waiting");
    this.schedule(REST);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async run(leaving: boolean): Promise<void> {
    this.pending ??= { base: this.base, sent: worded(this.desk.sheet) };
    const { base, sent } = this.pending;
    this.tell(this.phase === "offline" ? "offline" : "saving");
    try {
      const answer = await this.server.save(base, sent, leaving);
      this.pending = null;
      this.wait = RETRY[0];
      this.take(answer, sent);
    } catch (error) {
      this.failed(error);
    }
  }

  /** What stands in the file after `sent` was saved, laid under what has been done since. */
  private take(answer: Saved, sent: Sheet): void {
    const fresh = identified(sent, answer.cues, this.desk.newId);
    const { sheet, clash } = rebased(sent, fresh, this.desk.sheet);
    // Where both changed one cue meanwhile, the server joins them: the next save is made from the old base.
    if (!clash) {
      this.base = answer.version;
      this.saved = fresh;
      if (!alike(sheet, this.desk.sheet)) this.desk.adopt(sheet);
    }
    if (answer.merged) this.events.merged(others(sent, fresh));
    this.events.conflicts(answer.conflicts);
    if (this.unsaved) {
      this.tell("waiting");
      this.schedule(REST);
    } else {
      this.journal.forget();
      this.tell("saved");
    }
  }

  private failed(error: unknown): void {
    if (error instanceof Refused && error.status < 500) {
      this.pending = null;
      this.tell(error.status === 401 ? "signed-out" : "refused", error.message);
      return;
    }
    this.tell("offline");
    this.schedule(this.wait);
    this.wait = Math.min(this.wait * 2, RETRY[1]);
  }

  private tell(phase: Phase, problem = ""): void {
    this.phase = phase;
    this.events.phase(phase, problem);
  }
}

/** A cue without words has no place in a file: it waits for them here. */
function worded(sheet: Sheet): Sheet {
  return sheet.every((cue) => cue.text.trim()) ? sheet : sheet.filter((cue) => cue.text.trim());
}

/** How many cues of `fresh` are not what was sent, and how many that were sent are gone. */
function others(sent: Sheet, fresh: Sheet): number {
  const was = new Map(sent.map((cue) => [cue.id, cue]));
  const other = fresh.filter((cue) => was.get(cue.id) !== cue).length;
  const ids = new Set(fresh.map((cue) => cue.id));
  return other + sent.filter((cue) => !ids.has(cue.id)).length;
}
