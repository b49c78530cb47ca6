// The keys of the current keymap, over the page.

import { say } from "../../shared/words";
import { GROUPS, type Group } from "../keys/actions";
import { keycaps } from "../keys/chords";
import { KEYMAP_NAMES, KEYMAPS, type KeymapName } from "../keys/keymaps";
import { dialog } from "./controls";
import { h } from "./dom";

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

export class Help {
  readonly element: HTMLDialogElement;
  private readonly choice = h("div", { class: "choice", role: "group", "aria-label": say("timing-keymap") });
  private readonly keys = h("div", { class: "keys" });

  constructor(
    private readonly keymap: () => KeymapName,
    private readonly change: (name: KeymapName) => void,
  ) {
    const notes = ["mouse", "fields", "browser"].map((note) =>
      h("p", { class: "muted small" }, say(`timing-help-${note}`)),
    );
    this.element = dialog(
      say("timing-help-title"),
      say("timing-close"),
      true,
      this.choice,
      this.keys,
      ...notes,
    );
    this.element.classList.add("timing-help");
  }

  open(): void {
    this.draw();
    this.element.showModal();
  }

  draw(): void {
    const name = this.keymap();
    this.choice.replaceChildren(
      ...KEYMAP_NAMES.map((each) =>
        h(
          "button",
          {
            type: "button",
            "aria-pressed": each === name ? "true" : "false",
            click: () => this.change(each),
          },
          say(`timing-keymap-${each}`),
        ),
      ),
    );
    this.keys.replaceChildren(...(Object.keys(GROUPS) as Group[]).map((group) => this.group(group, name)));
  }

  private group(group: Group, name: KeymapName): HTMLElement {
    const rows = GROUPS[group].map((action) => {
      const chords = KEYMAPS[name][action].map((chord) =>
        h("span", { class: "chord" }, ...keycaps(chord, MAC).map((cap) => h("kbd", {}, cap))),
      );
      return [h("dt", {}, say(`timing-do-${action}`)), h("dd", {}, ...chords)];
    });
    return h("section", {}, h("h3", {}, say(`timing-group-${group}`)), h("dl", {}, ...rows.flat()));
  }
}
