// One row of the table of cues.

import { say } from "../../shared/words";
import type { Marks } from "../marks";
import type { Cue } from "../model/cues";
import { formatSpan, formatTime } from "../model/times";
import type { Limits } from "../net/contract";
import { h, setFlag, setText } from "./dom";
import { marked } from "./marked";

export type Pace = "good" | "wait" | "bad";

/** Up to the limit good, up to a quarter more a warning. */
export function paceOf(speed: number, limits: Limits): Pace {
  if (speed <= limits.cps) return "good";
  return speed <= limits.cps * 1.25 ? "wait" : "bad";
}

export interface Seen {
  readonly cue: Cue;
  readonly index: number;
  readonly top: number;
  readonly chosen: boolean;
  readonly lead: boolean;
  /** Whether it is on at the cursor. */
  readonly on: boolean;
  readonly beside: string | null;
  /** Whether it begins before the one before it has ended. */
  readonly overlaps: boolean;
}

export class Row {
  readonly element: HTMLElement;
  readonly words: HTMLElement;
  private readonly number = h("span", { class: "n", role: "gridcell" });
  private readonly start = h("span", { class: "t", role: "gridcell" });
  private readonly end = h("span", { class: "t", role: "gridcell" });
  private readonly length = h("span", { class: "d", role: "gridcell" });
  private readonly speed = h("span", { class: "s", role: "gridcell" });
  private readonly mark = h("span", { class: "m", role: "gridcell" });
  private readonly text = h("span", { class: "text" });
  private readonly other = h("span", { class: "o", role: "gridcell" });
  private said: string | null = null;
  private saidBeside: string | null = null;

  constructor(language: string) {
    this.words = h("span", { class: "x", role: "gridcell", lang: language }, this.text);
    const cells = [this.number, this.start, this.end, this.length, this.speed, this.mark, this.words];
    this.element = h("div", { class: "cue", role: "row" }, ...cells);
  }

  /** A column for another language's words; none where that is empty. */
  setBeside(language: string): void {
    this.other.lang = language;
    if (language) this.element.append(this.other);
    else this.other.remove();
  }

  /** Set the words anew when they are drawn next; a field in them stays. */
  retype(): void {
    this.said = null;
    this.saidBeside = null;
  }

  draw(seen: Seen, marks: Marks, limits: Limits): void {
    const { cue, index } = seen;
    this.element.id = `cue-${cue.id}`;
    this.element.dataset["id"] = String(cue.id);
    this.element.style.transform = `translateY(${seen.top}px)`;
    this.element.setAttribute("aria-rowindex", String(index + 2));
    setFlag(this.element, "aria-selected", seen.chosen);
    this.element.classList.toggle("lead", seen.lead);
    this.element.classList.toggle("on", seen.on);
    this.element.classList.toggle("overlaps", seen.overlaps);
    setText(this.number, String(index + 1));
    setText(this.start, formatTime(cue.start));
    setText(this.end, formatTime(cue.end));
    setText(this.length, formatSpan(cue.end - cue.start));
    this.drawSpeed(marks.speed(cue), limits);
    this.drawMarks(marks, cue);
    if (cue.text !== this.said) this.text.replaceChildren(...marked(cue.text));
    this.said = cue.text;
    const beside = seen.beside ?? "";
    if (beside !== this.saidBeside) this.other.replaceChildren(...marked(beside));
    this.saidBeside = beside;
  }

  private drawSpeed(speed: number | null, limits: Limits): void {
    setText(this.speed, speed === null ? "" : speed.toFixed(1));
    const pace = speed === null ? "" : paceOf(speed, limits);
    if (this.speed.dataset["pace"] !== pace) this.speed.dataset["pace"] = pace;
  }

  private drawMarks(marks: Marks, cue: Cue): void {
    const findings = marks.of(cue.id);
    const level = marks.level(cue.id) ?? "";
    if (this.mark.dataset["level"] !== level) this.mark.dataset["level"] = level;
    setText(this.mark, findings.length ? String(findings.length) : "");
    const told = findings.map((finding) => finding.message).join("\n");
    if (this.mark.title !== told) this.mark.title = told;
    if (findings.length)
      this.mark.setAttribute("aria-label", say("timing-findings-of", { count: findings.length, told }));
    else this.mark.removeAttribute("aria-label");
  }
}
