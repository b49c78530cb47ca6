// Saving: what was begun from goes along, so that nobody's changes are lost.
import type { EditorView } from "@codemirror/view";
import { agreed } from "../shared/confirming";
import { Refused, send } from "../shared/send";
import { toast } from "../shared/toast";
import { say } from "../shared/words";
import type { Checker } from "./checking";
import { type Desk, element, type Overtaken, type Saved, type Written } from "./data";
import type { Drafts } from "./drafts";
import { replace } from "./editor";

const KEEP_MS = 300;

type State = "saved" | "unsaved" | "saving" | "failed";
const TONES: Readonly<Record<State, string>> = { saved: "good", unsaved: "wait", saving: "", failed: "bad" };

export class Saver {
  private base: Written;
  private timer = 0;
  private busy = false;

  constructor(
    private readonly view: EditorView,
    private readonly desk: Desk,
    private readonly drafts: Drafts,
    private readonly checker: Checker,
  ) {
    this.base = { text: desk.text, stamp: desk.stamp };
    this.tell("saved");
  }

  /** Somebody has typed. */
  changed(): void {
    if (!this.busy) this.tell(this.dirty ? "unsaved" : "saved");
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), KEEP_MS);
  }

  /** Go on with what was written before and not saved. */
  resume(text: string, stamp: string): void {
    this.base = { text: stamp === this.base.stamp ? this.base.text : "", stamp };
    replace(this.view, text);
    this.changed();
  }

  /** Keep what is not saved in this browser. */
  keep(): void {
    clearTimeout(this.timer);
    if (this.dirty) this.drafts.keep(this.text, this.base.stamp);
    else this.drafts.forget();
  }

  async save(): Promise<void> {
    if (this.busy) return;
    this.keep();
    this.busy = true;
    this.tell("saving");
    try {
      await this.put(this.text, this.base.stamp);
    } catch (error) {
      this.tell("failed");
      const told = error instanceof Refused ? error.message : "";
      toast(told || say("messages-script-not-saved"), "bad");
      if (error instanceof Refused && error.problems.some((problem) => problem.line !== null))
        this.checker.show(error.problems);
    } finally {
      this.busy = false;
    }
  }

  private get text(): string {
    return this.view.state.doc.toString();
  }

  private get dirty(): boolean {
    return this.text !== this.base.text;
  }

  private async put(sent: string, stamp: string): Promise<void> {
    const headers: Record<string, string> = stamp ? { "If-Match": `"${stamp}"` } : {};
    try {
      this.took(sent, await send<Saved>(this.desk.save, { method: "PUT", text: sent, headers }));
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412) throw error;
      await this.settle(sent, (error.answer as Overtaken).theirs);
    }
  }

  /** The server has it. */
  private took(sent: string, saved: Saved): void {
    const text = saved.text ?? sent;
    if (this.text === sent || !saved.merged) {
      this.base = { text, stamp: saved.stamp };
      if (saved.merged) replace(this.view, text);
    }
    // Else somebody has typed on, without the other's changes: the next save brings them together once more.
    if (saved.merged) toast(say("messages-script-merged"), "wait");
    if (this.text === text) this.checker.show(saved.problems);
    this.tell(this.dirty ? "unsaved" : "saved");
    this.keep();
  }

  /** Somebody else has changed the same lines, or taken the file away. */
  private async settle(sent: string, theirs: Written | null): Promise<void> {
    this.tell("unsaved");
    if (theirs === null) {
      if (await agreed(say("messages-script-gone"), say("messages-script-save-anyway")))
        await this.put(sent, "");
      return;
    }
    const { bothAt } = await import("./merging");
    const chosen = await bothAt(theirs, sent);
    if (chosen === null) return;
    replace(this.view, chosen);
    this.base = theirs;
    this.keep();
    this.tell("saving");
    await this.put(chosen, theirs.stamp);
  }

  private tell(state: State): void {
    const badge = element("saved");
    badge.textContent = say(`messages-script-${state}`);
    badge.className = `badge ${TONES[state]}`;
  }
}
