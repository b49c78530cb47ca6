// The work on one file: its cues, what is chosen, what can be undone. Everything that is seen follows it.

import { applied, changesBetween } from "./model/changes";
import { alike, type Room, type Sheet } from "./model/cues";
import { EMPTY, type History, recorded, redo, type Turned, undo } from "./model/history";
import { kept, NONE, only, type Selection } from "./model/selection";

/** What has changed: the cues, a drag that is not done yet, or which ones are chosen. */
export type Topic = "cues" | "drag" | "selection";

export type Command = (sheet: Sheet) => Sheet | null;

export class Desk {
  /** The cues as they are, drags that are not done yet left out. */
  sheet: Sheet = [];
  selection: Selection = NONE;
  private history: History = EMPTY;
  private dragged: Sheet | null = null;
  private nextId = 1;
  private readonly listeners: ((topic: Topic) => void)[] = [];
  private readonly named: ((name: string, undone: "done" | "undone") => void)[] = [];

  constructor(
    readonly room: Room,
    /** Whether anything may be changed here. */
    readonly editable = true,
  ) {}

  /** The cues as they are seen. */
  get shown(): Sheet {
    return this.dragged ?? this.sheet;
  }

  get dragging(): boolean {
    return this.dragged !== null;
  }

  get canUndo(): boolean {
    return this.history.done.length > 0;
  }

  get canRedo(): boolean {
    return this.history.undone.length > 0;
  }

  readonly newId = (): number => {
    const id = this.nextId;
    this.nextId += 1;
    return id;
  };

  onChange(listener: (topic: Topic) => void): void {
    this.listeners.push(listener);
  }

  /** Told when a step is undone, or done again, by the step's name. */
  onTurn(listener: (name: string, way: "done" | "undone") => void): void {
    this.named.push(listener);
  }

  /** Begin anew with these cues; nothing can be undone. */
  open(sheet: Sheet): void {
    this.sheet = sheet;
    this.history = EMPTY;
    this.selection = sheet[0] ? only(sheet[0].id) : NONE;
    this.tell("cues");
    this.tell("selection");
  }

  /** A step that can be undone; whether it changed anything. `joins`: see Step. */
  do(name: string, command: Command, joins: string | null = null): boolean {
    this.drop();
    const after = this.editable ? command(this.sheet) : null;
    if (!after || alike(after, this.sheet)) return false;
    this.history = recorded(this.history, this.sheet, after, name, joins, Date.now());
    this.replace(after);
    return true;
  }

  /** Show what a drag would do; null takes it back. */
  drag(sheet: Sheet | null): void {
    if (!this.editable) return;
    if (sheet === this.dragged || (sheet === this.sheet && !this.dragged)) return;
    this.dragged = sheet;
    this.tell("drag");
  }

  /** Let the drag stand. */
  drop(name = "move"): boolean {
    const dragged = this.dragged;
    this.dragged = null;
    if (!dragged) return false;
    const done = this.do(name, () => dragged);
    if (!done) this.tell("drag");
    return done;
  }

  undo(): boolean {
    this.drop();
    return this.turn(undo(this.history, this.sheet), "undone");
  }

  redo(): boolean {
    this.drop();
    return this.turn(redo(this.history, this.sheet), "done");
  }

  /** Take over what comes from elsewhere: no step of this one's history. */
  adopt(sheet: Sheet): void {
    if (sheet === this.sheet) return;
    // A drag goes on over what has come in.
    if (this.dragged) this.dragged = applied(sheet, changesBetween(this.sheet, this.dragged));
    this.replace(sheet);
  }

  select(selection: Selection): void {
    if (selection === this.selection) return;
    this.selection = selection;
    this.tell("selection");
  }

  private turn(turned: Turned | null, way: "done" | "undone"): boolean {
    if (!turned) return false;
    this.history = turned.history;
    this.replace(turned.sheet);
    const there = new Set(this.sheet.map((cue) => cue.id));
    const ids = turned.ids.filter((id) => there.has(id));
    const lead = ids[0];
    if (lead !== undefined) this.select({ ids: new Set(ids), lead, anchor: lead });
    for (const listener of this.named) listener(turned.name, way);
    return true;
  }

  private replace(sheet: Sheet): void {
    const before = this.sheet;
    this.sheet = sheet;
    const selection = kept(this.selection, before, sheet);
    const other = selection !== this.selection;
    this.selection = selection;
    this.tell("cues");
    if (other) this.tell("selection");
  }

  private tell(topic: Topic): void {
    for (const listener of this.listeners) listener(topic);
  }
}
