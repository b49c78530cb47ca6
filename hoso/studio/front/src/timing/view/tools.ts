// Above the waveform: what is done to cues, how edges snap, how much is in sight.

import { say } from "../../shared/words";
import type { Action } from "../keys/actions";
import { KINDS, type Kind } from "../model/snapping";
import type { Prefs } from "../prefs";
import { button, toggle } from "./controls";
import { h, icon, setText } from "./dom";
import { ICONS, type Icon } from "./icons";

const PARTS: readonly (readonly (readonly [Action, Icon])[])[] = [
  [
    ["play-before-start", "beforeStart"],
    ["play-after-start", "afterStart"],
    ["play-before-end", "beforeEnd"],
    ["play-after-end", "afterEnd"],
  ],
  [
    ["set-in", "in"],
    ["set-out", "out"],
    ["snap", "magnet"],
    ["shift", "shift"],
  ],
  [
    ["add", "plus"],
    ["split", "split"],
    ["merge", "merge"],
    ["delete", "remove"],
  ],
];

/** How long it is said what has happened. */
const TOLD_MS = 4000;

export interface ToolsHost {
  readonly prefs: Prefs;
  act(action: Action): void;
  /** Something of `prefs` was changed here. */
  changed(): void;
}

export class Tools {
  readonly element: HTMLElement;
  private readonly following: HTMLButtonElement;
  private readonly hint = h("span", { class: "muted hint", role: "status" }, say("timing-drag-hint"));
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ToolsHost) {
    const act = (action: Action, name: Icon) =>
      button(say(`timing-do-${action}`), () => host.act(action), { icon: name });
    const { prefs } = host;
    this.following = toggle(
      say("timing-do-follow"),
      () => prefs.follow,
      () => host.act("follow"),
      {
        icon: "follow",
        text: say("timing-follow"),
      },
    );
    this.element = h(
      "div",
      { class: "tools toolbar", role: "toolbar", "aria-label": say("timing-tools") },
      ...PARTS.map((part) =>
        h("span", { class: "part", role: "group" }, ...part.map(([action, name]) => act(action, name))),
      ),
      this.hint,
      h("span", { class: "push" }),
      this.snapping(),
      this.following,
      h(
        "span",
        { class: "part", role: "group" },
        act("zoom-out", "minus"),
        act("zoom-in", "plus"),
        act("zoom-fit", "fit"),
      ),
    );
  }

  draw(): void {
    this.following.setAttribute("aria-pressed", String(this.host.prefs.follow));
  }

  /** Say what has just happened, where the hint stands. */
  tell(text: string): void {
    clearTimeout(this.timer);
    setText(this.hint, text);
    this.timer = setTimeout(() => setText(this.hint, say("timing-drag-hint")), TOLD_MS);
  }

  private snapping(): HTMLElement {
    const { prefs } = this.host;
    const checks = KINDS.map((kind: Kind) => {
      const box = h("input", { type: "checkbox", checked: prefs.snap.includes(kind) });
      box.addEventListener("change", () => {
        prefs.snap = KINDS.filter((each) => (each === kind ? box.checked : prefs.snap.includes(each)));
        this.host.changed();
      });
      return h("label", { class: "check" }, box, say(`timing-snap-${kind}`));
    });
    return h(
      "details",
      { class: "menu up" },
      h(
        "summary",
        { class: "button small" },
        icon(ICONS.magnet),
        say("timing-snap"),
        h("span", { class: "caret" }),
      ),
      h("div", { class: "sheet" }, ...checks, h("p", { class: "muted small" }, say("timing-snap-off"))),
    );
  }
}
