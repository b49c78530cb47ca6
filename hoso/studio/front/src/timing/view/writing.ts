// Writing a cue's words in its row. What is typed is in the cue at once, and so in the picture and the file.

import { say } from "../../shared/words";
import type { Desk } from "../desk";
import { type Cue, find } from "../model/cues";
import { setText } from "../model/wording";
import { h } from "./dom";

export class Writing {
  private field: HTMLTextAreaElement | null = null;
  private id = -1;

  constructor(
    private readonly desk: Desk,
    /** Where the focus goes back to. */
    private readonly home: HTMLElement,
    private readonly language: string,
    private readonly next: () => void,
  ) {}

  /** The id of the cue whose row is being written in, and so has to stay; null where none is. */
  get cue(): number | null {
    return this.field ? this.id : null;
  }

  begin(cue: Cue, cell: HTMLElement): void {
    if (this.cue === cue.id) return;
    this.end();
    this.id = cue.id;
    const field = h("textarea", {
      class: "write",
      rows: 2,
      lang: this.language,
      spellcheck: "false",
      "data-cue-text": true,
      "aria-label": say("timing-text-label"),
    });
    field.value = cue.text;
    this.field = field;
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.pressed(event));
    field.addEventListener("blur", () => this.end());
    cell.append(field);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  end(): void {
    const field = this.field;
    this.field = null;
    field?.remove();
  }

  /** Show what the cue says where that came from elsewhere: undo, or somebody else. */
  refresh(): void {
    if (!this.field) return;
    const cue = find(this.desk.shown, this.id);
    if (!cue) this.end();
    else if (plain(cue.text) !== plain(this.field.value)) this.field.value = cue.text;
  }

  private typed(): void {
    const text = (this.field?.value ?? "").normalize("NFC");
    this.desk.do("text", (sheet) => setText(sheet, this.id, text), `text ${this.id}`);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.end();
      this.home.focus({ preventScroll: true });
      if (event.key === "Enter") this.next();
    }
  }
}

/** The server tidies white space; that is no reason to take away what is being typed. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .replace(/[ \t]*\n[ \t]*/g, "\n");
}
