// The table of cues: rows in sight, chosen by mouse and keys, words written in place.

import { say } from "../../shared/words";
import type { Desk } from "../desk";
import type { Marks } from "../marks";
import { type Cue, cueAt, find, indexOf, type Sheet } from "../model/cues";
import { extended, only, toggled } from "../model/selection";
import type { Limits } from "../net/contract";
import type { Beside } from "./beside";
import { eachFrame, h } from "./dom";
import { Row, type Seen } from "./row";
import { arrange, rowsInSight, scrolledTo } from "./virtual";
import { Writing } from "./writing";

/** Height of a row in px: two lines of text. It stands in timing.css too. */
const ROW = 46;

export interface TableHost {
  readonly desk: Desk;
  readonly marks: Marks;
  readonly limits: Limits;
  readonly language: string;
  readonly beside: Beside;
  /** Where the cursor is, in ms. */
  now(): number;
  seek(time: number): void;
}

export class Table {
  readonly element: HTMLElement;
  readonly draw: () => void;
  private readonly body: HTMLElement;
  private readonly space: HTMLElement;
  private readonly head: HTMLElement;
  private readonly empty: HTMLElement;
  private rows = new Map<number, Row>();
  private readonly writing: Writing;

  constructor(private readonly host: TableHost) {
    this.head = h("div", { class: "cue names", role: "row", "aria-rowindex": 1 });
    this.space = h("div", { class: "space", role: "presentation" });
    this.body = h(
      "div",
      {
        class: "cues",
        role: "grid",
        tabindex: 0,
        "aria-label": say("timing-cues"),
        "aria-multiselectable": "true",
      },
      this.head,
      this.space,
    );
    this.empty = h("p", { class: "muted none", hidden: true }, say("timing-cues-none"));
    this.element = h("div", { class: "table-of-cues" }, this.body, this.empty);
    this.writing = new Writing(host.desk, this.body, host.language, () => this.step(1));
    this.draw = eachFrame(() => this.render());
    this.listen();
    this.nameColumns();
  }

  /** Another language beside this one, or none any more. */
  setBeside(): void {
    for (const row of this.rows.values()) row.setBeside(this.host.beside.language);
    this.nameColumns();
    this.draw();
  }

  /** Fonts have come. */
  retype(): void {
    for (const row of this.rows.values()) row.retype();
    this.draw();
  }

  /** Bring the lead cue into sight. */
  reveal(): void {
    const { desk } = this.host;
    if (desk.selection.lead === null) return;
    const index = indexOf(desk.shown, desk.selection.lead);
    const { scrollTop, clientHeight } = this.body;
    const height = clientHeight - this.head.offsetHeight;
    const top = scrolledTo(index, scrollTop, height, ROW, desk.shown.length);
    if (top !== scrollTop) this.body.scrollTop = top;
    this.draw();
  }

  /** Write the words of the lead cue. */
  edit(): void {
    const cue = find(this.host.desk.shown, this.host.desk.selection.lead ?? -1);
    if (!cue) return;
    this.reveal();
    this.render();
    const row = this.rows.get(cue.id);
    if (row) this.writing.begin(cue, row.words);
  }

  focus(): void {
    this.body.focus({ preventScroll: true });
  }

  /** Choose the next cue (1) or the one before (-1). */
  step(by: number, extend = false): void {
    const { desk } = this.host;
    const sheet = desk.shown;
    const now = indexOf(sheet, desk.selection.lead ?? -1);
    const cue = sheet[Math.min(sheet.length - 1, Math.max(0, now + by))];
    if (cue) this.choose(cue, extend ? "range" : "only");
  }

  private choose(cue: Cue, how: "only" | "range" | "toggle"): void {
    const { desk } = this.host;
    if (how === "toggle") desk.select(toggled(desk.selection, cue.id));
    else if (how === "range") desk.select(extended(desk.shown, desk.selection, cue.id));
    else desk.select(only(cue.id));
    this.reveal();
    if (how !== "toggle") this.host.seek(cue.start);
  }

  private render(): void {
    const sheet = this.host.desk.shown;
    this.writing.refresh();
    const drawn = this.toDraw(sheet);
    const rows = this.rowsFor(drawn.map(([, cue]) => cue.id));
    const on = cueAt(sheet, this.host.now())?.id;
    for (const [index, cue] of drawn) {
      rows.get(cue.id)?.draw(this.seen(sheet, index, cue, on), this.host.marks, this.host.limits);
    }
    this.rows = rows;
    // In the page as on the screen, for those who read it in order.
    const elements = [...rows.values()].map((row) => row.element);
    arrange(this.space, elements, rows.get(this.writing.cue ?? -1)?.element);
    this.settle(sheet.length);
  }

  /** The cues in sight with their indices, and the one that is written in wherever it is. */
  private toDraw(sheet: Sheet): [index: number, cue: Cue][] {
    const { scrollTop, clientHeight } = this.body;
    const [first, last] = rowsInSight(scrollTop, clientHeight, ROW, sheet.length);
    const drawn = sheet.slice(first, last).map((cue, offset): [number, Cue] => [first + offset, cue]);
    const index = this.writing.cue === null ? -1 : indexOf(sheet, this.writing.cue);
    const written = sheet[index];
    if (written && index < first) drawn.unshift([index, written]);
    else if (written && index >= last) drawn.push([index, written]);
    return drawn;
  }

  /** A row for each cue, in their order: its own where it has one, else one that is free, else a new one. */
  private rowsFor(ids: readonly number[]): Map<number, Row> {
    const wanted = new Set(ids);
    const idle = [...this.rows].filter(([id]) => !wanted.has(id)).map(([, row]) => row);
    const rows = new Map(ids.map((id) => [id, this.rows.get(id) ?? idle.pop() ?? this.fresh()]));
    for (const row of idle) row.element.remove();
    return rows;
  }

  private seen(sheet: Sheet, index: number, cue: Cue, on: number | undefined): Seen {
    const { selection } = this.host.desk;
    const before = sheet[index - 1];
    return {
      cue,
      index,
      top: index * ROW,
      chosen: selection.ids.has(cue.id),
      lead: selection.lead === cue.id,
      on: cue.id === on,
      beside: this.host.beside.text(sheet, index),
      overlaps: before !== undefined && before.end > cue.start,
    };
  }

  private settle(count: number): void {
    const { desk } = this.host;
    const height = `${count * ROW}px`;
    if (this.space.style.height !== height) this.space.style.height = height;
    this.body.setAttribute("aria-rowcount", String(count + 1));
    this.empty.hidden = count > 0;
    const lead = desk.selection.lead;
    if (lead !== null && this.rows.has(lead)) this.body.setAttribute("aria-activedescendant", `cue-${lead}`);
    else this.body.removeAttribute("aria-activedescendant");
  }

  private fresh(): Row {
    const row = new Row(this.host.language);
    row.setBeside(this.host.beside.language);
    return row;
  }

  private nameColumns(): void {
    const { beside } = this.host;
    const names = ["number", "in", "out", "length", "speed", "marks"].map((name) =>
      say(`timing-col-${name}`),
    );
    const columns = [...names, say(`timing-language-${this.host.language}`)];
    if (beside.language) columns.push(say(`timing-language-${beside.language}`));
    const classes = ["n", "t", "t", "d", "s", "m", "x", "o"];
    this.head.replaceChildren(
      ...columns.map((name, index) => h("span", { class: classes[index], role: "columnheader" }, name)),
    );
    this.element.classList.toggle("two", beside.language !== "");
    this.body.setAttribute("aria-colcount", String(columns.length));
  }

  private listen(): void {
    this.body.addEventListener("scroll", this.draw, { passive: true });
    new ResizeObserver(this.draw).observe(this.body);
    this.space.addEventListener("click", (event) => this.clicked(event));
    this.space.addEventListener("dblclick", (event) => {
      if (this.cueOf(event)) this.edit();
    });
    this.body.addEventListener("keydown", (event) => this.pressed(event));
  }

  private cueOf(event: Event): Cue | undefined {
    const row = (event.target as Element).closest<HTMLElement>(".cue");
    return row ? find(this.host.desk.shown, Number(row.dataset["id"])) : undefined;
  }

  private clicked(event: MouseEvent): void {
    const cue = this.cueOf(event);
    if (!cue || (event.target as Element).closest("textarea")) return;
    const again = this.host.desk.selection.lead === cue.id && this.host.desk.selection.ids.size === 1;
    const how = event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "only";
    this.choose(cue, how);
    // A second click on the words of the chosen cue begins to write, as in a spreadsheet.
    if (again && how === "only" && (event.target as Element).closest(".x")) this.edit();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== this.body || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.body.clientHeight / ROW) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.step(by, event.shiftKey);
  }
}
