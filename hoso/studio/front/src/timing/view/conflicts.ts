// Where an editor and the script have changed the same line: both, side by side, and a choice.

import { say } from "../../shared/words";
import type { Conflict } from "../net/contract";
import { cueList } from "./comparing";
import { button, dialog } from "./controls";
import { h } from "./dom";

export type Use = "edited" | "generated";

export class Conflicts {
  readonly element: HTMLDialogElement;
  private readonly list = h("div", { class: "stack" });

  constructor(
    private readonly language: string,
    private readonly resolve: (line: string, use: Use) => Promise<void>,
  ) {
    this.element = dialog(
      say("timing-conflicts"),
      say("timing-close"),
      true,
      h("p", { class: "muted" }, say("timing-conflicts-about")),
      this.list,
    );
    this.element.classList.add("timing-conflicts");
  }

  show(conflicts: readonly Conflict[], lines: ReadonlyMap<string, string>): void {
    this.list.replaceChildren(...conflicts.map((conflict) => this.one(conflict, lines.get(conflict.line))));
    if (!conflicts.length && this.element.open) this.element.close();
  }

  private one(conflict: Conflict, line: string | undefined): HTMLElement {
    const side = (use: Use) => {
      const [mine, other] = [conflict[use], conflict[use === "edited" ? "generated" : "edited"]];
      const choose = button(
        say(`timing-conflict-use-${use}`),
        () => void this.choose(conflict.line, use, section),
        {
          text: say(`timing-conflict-use-${use}`),
          class: conflict.kept === use ? "primary" : "",
        },
      );
      return h(
        "div",
        { class: "card side" },
        h(
          "h4",
          {},
          say(`timing-conflict-${use}`),
          conflict.kept === use ? h("span", { class: "badge" }, say("timing-conflict-kept")) : null,
        ),
        cueList(mine, other, this.language),
        choose,
      );
    };
    const section: HTMLElement = h(
      "section",
      { class: "conflict", "data-line": conflict.line },
      h("h3", { lang: this.language }, line ?? conflict.line),
      h("p", { class: "muted small", lang: "en" }, conflict.reason),
    );
    section.append(h("div", { class: "sides" }, side("edited"), side("generated")));
    return section;
  }

  private async choose(line: string, use: Use, section: HTMLElement): Promise<void> {
    for (const each of section.querySelectorAll("button")) each.disabled = true;
    try {
      await this.resolve(line, use);
    } finally {
      for (const each of section.querySelectorAll("button")) each.disabled = false;
    }
  }
}
