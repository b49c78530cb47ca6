// Shift by an exact span: the chosen cues, all from here on, or the whole file.

import { say } from "../../shared/words";
import type { Desk } from "../desk";
import { indexOf, type Sheet } from "../model/cues";
import { move, shiftFrom } from "../model/moving";
import { parseSpan } from "../model/times";
import { dialog } from "./controls";
import { h } from "./dom";

const WHICH = ["chosen", "onwards", "all"] as const;
type Which = (typeof WHICH)[number];

export class ShiftDialog {
  readonly element: HTMLDialogElement;
  private readonly by = h("input", {
    type: "text",
    id: "timing-shift-by",
    required: true,
    autocomplete: "off",
  });
  private readonly form: HTMLFormElement;

  constructor(private readonly desk: Desk) {
    const choices = WHICH.map((which) =>
      h(
        "label",
        { class: "check" },
        h("input", { type: "radio", name: "which", value: which, checked: which === "onwards" }),
        say(`timing-shift-${which}`),
      ),
    );
    this.form = h(
      "form",
      { method: "dialog", submit: (event) => this.submit(event) },
      h(
        "div",
        { class: "field" },
        h("label", { for: "timing-shift-by" }, say("timing-shift-by")),
        this.by,
        h("p", { class: "hint" }, say("timing-shift-hint")),
      ),
      h("div", { class: "checks" }, ...choices),
      h("div", { class: "toolbar" }, h("button", { class: "button primary" }, say("timing-shift-go"))),
    );
    this.element = dialog(say("timing-do-shift"), say("timing-close"), false, this.form);
  }

  open(): void {
    this.element.showModal();
    this.by.select();
    this.by.focus();
  }

  private submit(event: Event): void {
    const by = parseSpan(this.by.value);
    this.by.setAttribute("aria-invalid", String(by === null));
    if (by === null) {
      event.preventDefault();
      return;
    }
    const which = new FormData(this.form).get("which") as Which;
    this.desk.do("shift", (sheet) => this.shifted(sheet, by, which));
  }

  private shifted(sheet: Sheet, by: number, which: Which): Sheet {
    const { ids, lead } = this.desk.selection;
    const { room } = this.desk;
    if (which === "chosen") return move(sheet, ids, by, room);
    const first = sheet[which === "all" ? 0 : Math.max(0, indexOf(sheet, lead ?? -1))];
    return first ? shiftFrom(sheet, first.id, by, room) : sheet;
  }
}
