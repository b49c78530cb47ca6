// Find and replace, in a bar over the table.

import { say } from "../../shared/words";
import type { Desk } from "../desk";
import { find } from "../model/cues";
import { only } from "../model/selection";
import { type Match, matches, pattern, type Query, replace } from "../model/wording";
import { button } from "./controls";
import { h, setText } from "./dom";

export class FindBar {
  readonly element: HTMLElement;
  private readonly wanted = h("input", {
    type: "search",
    id: "timing-find",
    spellcheck: "false",
    autocomplete: "off",
  });
  private readonly into = h("input", {
    type: "text",
    id: "timing-replace",
    spellcheck: "false",
    autocomplete: "off",
  });
  private readonly regex = h("input", { type: "checkbox" });
  private readonly matchCase = h("input", { type: "checkbox" });
  private readonly count = h("span", { class: "muted number", role: "status" });
  private at: Match | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly reveal: () => void,
    private readonly leave: () => void,
  ) {
    const check = (box: HTMLInputElement, key: string) => h("label", { class: "check" }, box, say(key));
    const one = button(say("timing-replace-one"), () => this.replaceOne(), {
      text: say("timing-replace-one"),
    });
    const all = button(say("timing-replace-all"), () => this.replaceAll(), {
      text: say("timing-replace-all"),
    });
    this.element = h(
      "form",
      { class: "find", hidden: true, role: "search", "aria-label": say("timing-do-find") },
      h("label", { for: "timing-find", class: "visually-hidden" }, say("timing-find-label")),
      this.wanted,
      button(say("timing-do-find-next"), () => this.next(), { icon: "forward" }),
      this.count,
      h("label", { for: "timing-replace", class: "visually-hidden" }, say("timing-replace-label")),
      this.into,
      one,
      all,
      check(this.matchCase, "timing-find-case"),
      check(this.regex, "timing-find-regex"),
      button(say("timing-close"), () => this.close(), { icon: "close", class: "quiet push" }),
    );
    this.wanted.placeholder = say("timing-find-label");
    this.into.placeholder = say("timing-replace-label");
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (document.activeElement === this.into) this.replaceOne();
      else this.next();
    });
    this.element.addEventListener("input", () => this.draw());
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    desk.onChange((topic) => {
      if (topic === "cues" && !this.element.hidden) this.draw();
    });
  }

  open(replacing: boolean): void {
    this.element.hidden = false;
    const field = replacing && this.wanted.value ? this.into : this.wanted;
    field.focus();
    field.select();
    this.draw();
  }

  next(): void {
    const found = matches(this.desk.sheet, this.query);
    if (!found.length) return;
    const places = new Map(this.desk.sheet.map((cue, index) => [cue.id, index]));
    const place = (match: Match) => (places.get(match.id) ?? 0) * 1e6 + match.from;
    const lead = this.desk.selection.lead;
    const from = this.at ? place(this.at) : (places.get(lead ?? -1) ?? 0) * 1e6 - 1;
    this.at = found.find((match) => place(match) > from) ?? found[0] ?? null;
    if (!this.at) return;
    this.desk.select(only(this.at.id));
    this.reveal();
    this.draw();
  }

  private get query(): Query {
    return { text: this.wanted.value, regex: this.regex.checked, matchCase: this.matchCase.checked };
  }

  private draw(): void {
    const { query } = this;
    const broken = query.text !== "" && pattern(query) === null;
    this.wanted.setAttribute("aria-invalid", String(broken));
    const found = matches(this.desk.sheet, query);
    const cues = new Set(found.map((match) => match.id)).size;
    const told = broken ? say("timing-find-broken") : say("timing-find-count", { count: found.length, cues });
    setText(this.count, query.text ? told : "");
    if (this.at && !find(this.desk.sheet, this.at.id)) this.at = null;
  }

  private replaceOne(): void {
    const { query, at } = this;
    if (
      !at ||
      !matches(this.desk.sheet, query).some((match) => match.id === at.id && match.from === at.from)
    ) {
      this.next();
      return;
    }
    this.desk.do("replace", (sheet) => replace(sheet, query, this.into.value, at));
    // On from behind what has just been put there.
    this.at = { ...at, from: at.from + Math.max(0, this.into.value.length - 1) };
    this.next();
  }

  private replaceAll(): void {
    this.desk.do("replace", (sheet) => replace(sheet, this.query, this.into.value));
  }

  private close(): void {
    this.element.hidden = true;
    this.at = null;
    this.leave();
  }
}
