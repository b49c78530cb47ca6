// One job's progress on the page: bars, clock, and a few words now and then for who can't see them.
import { say } from "../shared/words";
import { clock, current, isDone, type Snapshot, type Stage } from "./progress";

const SPOKEN_MS = 10_000;
const LOST_MS = 3000;
/** From this many seconds after its last step on, an estimate is no longer believed. */
const STALE = 2;

export class ProgressView {
  private snapshot: Snapshot | undefined;
  private heardAt = 0;
  private spokenAt = Number.NEGATIVE_INFINITY;
  private spoken = "";
  private losing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly root: HTMLElement) {}

  show(now: Snapshot): void {
    const before = this.root.dataset["state"];
    this.snapshot = now;
    this.heardAt = performance.now();
    this.rows(now);
    this.pending(now);
    this.tick();
    if (before !== now.state) this.announceState(now);
    else this.announceStage(now);
    this.root.dataset["state"] = now.state;
  }

  /** Say that nothing is heard any more, where that lasts. */
  connected(is: boolean): void {
    clearTimeout(this.losing);
    const told = this.root.querySelector<HTMLElement>('[data-field="lost"]');
    if (!told) return;
    if (is) told.hidden = true;
    else this.losing = setTimeout(() => (told.hidden = false), LOST_MS);
  }

  /** Let the clocks go on between two changes. */
  tick(): void {
    const now = this.snapshot;
    if (!now) return;
    const since = now.state === "running" ? (performance.now() - this.heardAt) / 1000 : 0;
    this.field(this.root, "elapsed", clock(now.elapsed + since));
    for (const stage of now.stages) {
      const row = this.row(stage.index);
      if (row) this.field(row, "left", left(now, stage, since));
    }
  }

  private rows(now: Snapshot): void {
    const list = this.root.querySelector(".stages");
    const template = this.root.querySelector("template");
    if (!list || !template) return;
    for (const old of [...list.querySelectorAll<HTMLElement>("[data-stage]")].slice(now.stages.length))
      old.remove();
    for (const stage of now.stages) {
      let row = this.row(stage.index);
      if (!row) {
        row = (template.content.cloneNode(true) as DocumentFragment).querySelector("li") as HTMLElement;
        row.dataset["stage"] = String(stage.index);
        list.append(row);
      }
      this.fill(row, stage);
    }
  }

  private fill(row: HTMLElement, stage: Stage): void {
    const name = say(`jobs-stage-${stage.name}`);
    row.classList.toggle("done", isDone(stage));
    this.field(row, "name", name);
    this.field(row, "of", this.shortened(stage.of));
    this.field(row, "done", String(stage.done));
    this.field(row, "total", String(stage.total));
    this.field(row, "reused", stage.reused ? say("jobs-reused", { count: stage.reused }) : "");
    const bar = row.querySelector("progress") as HTMLProgressElement;
    bar.setAttribute("aria-label", name);
    bar.max = Math.max(1, stage.total);
    bar.value = stage.total ? stage.done : 1;
  }

  /** What has no count: reading at the beginning, checking at the end. */
  private pending(now: Snapshot): void {
    const pending = this.root.querySelector<HTMLElement>('[data-field="pending"]');
    const bar = pending?.querySelector("progress");
    if (!pending || !bar) return;
    const between = now.stages.every(isDone);
    pending.hidden = !(now.state === "queued" || (now.state === "running" && (between || now.stopping)));
    bar.hidden = now.state === "queued";
    const key =
      now.state === "queued" ? "queued" : now.stopping ? "stop" : now.stages.length ? "finish" : "begin";
    this.field(this.root, "pending-words", say(`jobs-pending-${key}`));
  }

  private announceState(now: Snapshot): void {
    const message = this.root.dataset["message"] ?? "";
    const begun = now.state === "running" ? "begun" : now.state;
    if (begun !== "queued") this.speak(say(`jobs-spoken-${begun}`, { message }));
  }

  private announceStage(now: Snapshot): void {
    const stage = current(now);
    if (!stage || now.state !== "running" || performance.now() - this.spokenAt < SPOKEN_MS) return;
    const percent = stage.total ? Math.floor((stage.done / stage.total) * 100) : 100;
    this.speak(say("jobs-spoken-stage", { name: say(`jobs-stage-${stage.name}`), percent }));
  }

  private speak(words: string): void {
    if (words === this.spoken) return;
    this.spoken = words;
    this.spokenAt = performance.now();
    this.field(this.root, "spoken", words);
  }

  private shortened(of: string): string {
    const message = this.root.dataset["message"] ?? "";
    return of === message ? "" : of.startsWith(`${message}/`) ? of.slice(message.length + 1) : of;
  }

  private row(index: number): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-stage="${index}"]`);
  }

  private field(place: HTMLElement, name: string, text: string): void {
    const found = place.querySelector(`[data-field="${name}"]`);
    if (found && found.textContent !== text) found.textContent = text;
  }
}

function left(now: Snapshot, stage: Stage, since: number): string {
  if (now.state !== "running" || isDone(stage) || stage.left === null) return "";
  const seconds = stage.left - since;
  return seconds < -STALE ? "" : say("jobs-left", { time: clock(Math.max(1, seconds)) });
}
