// The chosen cue: exact times that can be typed and nudged, and what is found about it.

import { coded } from "../../shared/backticks";
import { say } from "../../shared/words";
import type { Desk } from "../desk";
import type { Marks } from "../marks";
import { find, indexOf } from "../model/cues";
import { type Edge, moveEdge, nudge, type Part, shiftFrom } from "../model/moving";
import { formatSpan, formatTime, parseSpan, parseTime } from "../model/times";
import type { Limits } from "../net/contract";
import { button } from "./controls";
import { h, setText } from "./dom";
import { paceOf } from "./row";

const STEPS = [-1000, -100, -10, 10, 100, 1000] as const;

export interface PanelHost {
  readonly desk: Desk;
  readonly marks: Marks;
  readonly limits: Limits;
  setAtCursor(edge: Edge): void;
}

export class Panel {
  readonly element: HTMLElement;
  private readonly title = h("h2", {});
  private readonly pace = h("span", { class: "badge" });
  private readonly start: HTMLInputElement;
  private readonly end: HTMLInputElement;
  private readonly length: HTMLInputElement;
  private readonly onwards: HTMLInputElement;
  private readonly findings = h("ul", { class: "list findings" });
  private told = "";

  constructor(private readonly host: PanelHost) {
    this.start = this.field("start", (text) => this.type("start", parseTime(text)));
    this.end = this.field("end", (text) => this.type("end", parseTime(text)));
    this.length = this.field("length", (text) =>
      this.typeLength(parseSpan(text.includes("s") ? text : `${text}s`)),
    );
    this.onwards = h("input", { type: "checkbox", id: "timing-onwards" });
    const onwards = h(
      "label",
      { class: "check", for: "timing-onwards" },
      this.onwards,
      say("timing-onwards"),
    );
    this.element = h(
      "section",
      { class: "panel", "aria-label": say("timing-panel") },
      h("div", { class: "title" }, this.title, this.pace, onwards),
      this.row("start", this.start),
      this.row("end", this.end),
      this.row("both", this.length),
      this.findings,
    );
  }

  draw(): void {
    const { desk, marks, limits } = this.host;
    const { lead, ids } = desk.selection;
    const cue = find(desk.shown, lead ?? -1);
    this.element.classList.toggle("none", !cue);
    const number = indexOf(desk.shown, lead ?? -1) + 1;
    const several = say("timing-panel-several", { count: ids.size });
    const one = say("timing-panel-one", { number, count: desk.shown.length });
    setText(this.title, !cue ? say("timing-panel-none") : ids.size > 1 ? several : one);
    for (const field of [this.start, this.end, this.length]) field.disabled = !cue;
    if (!cue) {
      this.findings.replaceChildren();
      this.told = "";
      this.pace.hidden = true;
      return;
    }
    this.show(this.start, formatTime(cue.start));
    this.show(this.end, formatTime(cue.end));
    this.show(this.length, formatSpan(cue.end - cue.start));
    const speed = marks.speed(cue);
    this.pace.hidden = speed === null;
    if (speed !== null) {
      this.pace.className = `badge ${paceOf(speed, limits)}`;
      setText(this.pace, say("timing-speed", { speed: speed.toFixed(1), limit: limits.cps }));
    }
    this.drawFindings(cue.id);
  }

  private drawFindings(id: number): void {
    const found = this.host.marks.of(id);
    const told = JSON.stringify(found);
    if (told === this.told) return;
    this.told = told;
    this.findings.replaceChildren(
      ...found.map(({ level, message, remedy }) =>
        h(
          "li",
          { class: level },
          h(
            "span",
            { class: `badge ${level === "error" ? "bad" : level === "warning" ? "wait" : ""}` },
            say(`timing-level-${level}`),
          ),
          h("span", { lang: "en" }, ...coded(message), " ", h("span", { class: "muted" }, ...coded(remedy))),
        ),
      ),
    );
  }

  private row(part: Part, field: HTMLInputElement): HTMLElement {
    const step = (by: number) =>
      button(say(`timing-nudge-${part}`, { by: signed(by) }), () => this.nudge(part, by), {
        text: signed(by),
        class: "step",
      });
    const at =
      part === "both"
        ? h("span", { class: "at" })
        : button(say(`timing-do-set-${part === "start" ? "in" : "out"}`), () => this.host.setAtCursor(part), {
            icon: part === "start" ? "in" : "out",
            class: "at",
          });
    const label = h("label", { for: field.id }, say(`timing-field-${part === "both" ? "length" : part}`));
    return h(
      "div",
      { class: "times", role: "group", "aria-label": say(`timing-part-${part}`) },
      label,
      ...STEPS.slice(0, 3).map(step),
      field,
      ...STEPS.slice(3).map(step),
      at,
    );
  }

  private field(name: string, commit: (text: string) => boolean): HTMLInputElement {
    const field = h("input", {
      id: `timing-field-${name}`,
      type: "text",
      class: "number",
      inputmode: "decimal",
      autocomplete: "off",
      spellcheck: "false",
    });
    const settle = () => {
      const ok = commit(field.value);
      field.setAttribute("aria-invalid", String(!ok));
      if (ok) {
        delete field.dataset["typed"];
        this.draw();
      }
    };
    field.addEventListener("input", () => {
      field.dataset["typed"] = "";
    });
    field.addEventListener("change", settle);
    field.addEventListener("keydown", (event) => this.pressed(event, field, settle));
    return field;
  }

  private pressed(event: KeyboardEvent, field: HTMLInputElement, settle: () => void): void {
    if (event.key === "Enter") {
      settle();
      field.select();
    } else if (event.key === "Escape") {
      delete field.dataset["typed"];
      field.setAttribute("aria-invalid", "false");
      this.draw();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const part = field === this.start ? "start" : field === this.end ? "end" : "both";
      const size = event.shiftKey ? 100 : 10;
      const by = event.key === "ArrowUp" ? size : -size;
      this.nudge(part === "both" ? "end" : part, by);
    } else return;
    event.preventDefault();
  }

  /** What is being typed stays until it is done. */
  private show(field: HTMLInputElement, text: string): void {
    if (field.dataset["typed"] === undefined && field.value !== text) field.value = text;
  }

  private type(edge: Edge, time: number | null): boolean {
    const { desk } = this.host;
    const lead = desk.selection.lead;
    if (time === null || lead === null) return false;
    desk.do("edge", (sheet) => moveEdge(sheet, lead, edge, time, desk.room));
    return true;
  }

  private typeLength(length: number | null): boolean {
    const { desk } = this.host;
    const cue = find(desk.sheet, desk.selection.lead ?? -1);
    if (length === null || length <= 0 || !cue) return false;
    desk.do("edge", (sheet) => moveEdge(sheet, cue.id, "end", cue.start + length, desk.room));
    return true;
  }

  private nudge(part: Part, by: number): void {
    const { desk } = this.host;
    const { ids, lead } = desk.selection;
    if (lead === null) return;
    if (part === "both" && this.onwards.checked) {
      const first = desk.sheet.find((cue) => ids.has(cue.id))?.id ?? lead;
      desk.do("shift", (sheet) => shiftFrom(sheet, first, by, desk.room), `shift ${first}`);
    } else
      desk.do("nudge", (sheet) => nudge(sheet, ids, part, by, desk.room), `${part} ${[...ids].join(" ")}`);
  }
}

/** With a real minus, which is as wide as a plus. */
export function signed(by: number): string {
  return by < 0 ? `−${-by}` : `+${by}`;
}
