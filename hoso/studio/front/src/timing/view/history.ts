// Earlier versions of the file: looked at beside what is there now, and brought back as a step that can be undone.

import { say } from "../../shared/words";
import type { Words } from "../model/cues";
import type { Version } from "../net/contract";
import { cueList, differing } from "./comparing";
import { button, dialog } from "./controls";
import { h, setFlag } from "./dom";

export interface HistoryHost {
  readonly language: string;
  /** The language of the page. */
  readonly interface: string;
  versions(): Promise<readonly Version[]>;
  earlier(id: string): Promise<readonly Words[]>;
  now(): readonly Words[];
  restore(cues: readonly Words[]): void;
}

export class HistoryDialog {
  readonly element: HTMLDialogElement;
  private readonly list = h("div", { class: "versions", role: "group", "aria-label": say("timing-history") });
  private readonly compared = h("div", { class: "versions-compared" });

  constructor(private readonly host: HistoryHost) {
    this.element = dialog(
      say("timing-history"),
      say("timing-close"),
      true,
      h("div", { class: "versions-beside" }, this.list, this.compared),
    );
    this.element.classList.add("timing-history");
  }

  async open(): Promise<void> {
    this.compared.replaceChildren(h("p", { class: "muted" }, say("timing-history-choose")));
    this.list.replaceChildren();
    this.element.showModal();
    const versions = await this.host.versions();
    if (!versions.length)
      this.compared.replaceChildren(h("p", { class: "muted" }, say("timing-history-none")));
    const when = new Intl.DateTimeFormat(this.host.interface, { dateStyle: "medium", timeStyle: "short" });
    this.list.replaceChildren(
      ...versions.map((version) => {
        const seen = when.format(new Date(version.seen));
        const choice = h(
          "button",
          {
            type: "button",
            class: "button quiet",
            "aria-pressed": "false",
            click: () => void this.show(version, choice),
          },
          h("span", { class: "number" }, seen),
        );
        return choice;
      }),
    );
  }

  private async show(version: Version, choice: HTMLElement): Promise<void> {
    for (const each of this.list.children) setFlag(each, "aria-pressed", each === choice);
    const then = await this.host.earlier(version.id);
    const { left, right, alike } = differing(then, this.host.now());
    const restore = button(
      say("timing-history-restore"),
      () => {
        this.host.restore(then);
        this.element.close();
      },
      { text: say("timing-history-restore"), class: "primary" },
    );
    restore.disabled = !left.length && !right.length;
    const side = (title: string, cues: readonly Words[], other: readonly Words[]) =>
      h("div", {}, h("h3", {}, title), cueList(cues, other, this.host.language));
    this.compared.replaceChildren(
      h(
        "div",
        { class: "sides" },
        side(say("timing-history-then"), left, right),
        side(say("timing-history-now"), right, left),
      ),
      h("p", { class: "muted" }, say("timing-history-alike", { count: alike })),
      h("div", { class: "toolbar" }, restore),
    );
  }
}
