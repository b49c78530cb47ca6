// The top of the editor: which file, whether it is saved, what can be opened, rendering.

import { say } from "../../shared/words";
import type { Action } from "../keys/actions";
import { KEYMAP_NAMES, type KeymapName } from "../keys/keymaps";
import type { Timing } from "../net/contract";
import type { Phase } from "../net/saving";
import { button, choose } from "./controls";
import { h, setText } from "./dom";

export interface HeaderHost {
  readonly timing: Timing;
  shape(): string;
  setShape(name: string): void;
  beside(): string;
  setBeside(language: string): void;
  keymap(): KeymapName;
  setKeymap(name: KeymapName): void;
  canUndo(): boolean;
  canRedo(): boolean;
  findings(): number;
  conflicts(): number;
  act(action: Action): void;
  nextFinding(): void;
  openHistory(): void;
  openConflicts(): void;
}

const TONES: Readonly<Record<Phase, string>> = {
  saved: "good",
  waiting: "",
  saving: "",
  offline: "wait",
  refused: "bad",
  "signed-out": "bad",
};

export class Header {
  readonly element: HTMLElement;
  /** Where rendering shows itself. */
  readonly jobs = h("div", { class: "jobs" });
  private readonly name = h("a", { class: "of cut" });
  private readonly state = h("span", { class: "badge state", role: "status" });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly found: HTMLButtonElement;
  private readonly clashes: HTMLButtonElement;

  constructor(private readonly host: HeaderHost) {
    const act = (action: Action, look: Parameters<typeof button>[2]) =>
      button(say(`timing-do-${action}`), () => host.act(action), look);
    this.undo = act("undo", { icon: "undo" });
    this.redo = act("redo", { icon: "redo" });
    this.found = button("", () => host.nextFinding(), { text: "", class: "found" });
    this.found.title = say("timing-next-finding");
    this.clashes = button("", () => host.openConflicts(), { text: "", class: "danger" });
    const maps = KEYMAP_NAMES.map((name) => [name, say(`timing-keymap-${name}`)] as const);
    const keymap = choose(say("timing-keymap"), maps, host.keymap(), (name) =>
      host.setKeymap(name as KeymapName),
    );
    this.element = h(
      "header",
      { class: "top toolbar" },
      this.title(),
      this.state,
      this.clashes,
      this.found,
      h("span", { class: "push" }),
      this.undo,
      this.redo,
      act("find", { icon: "find" }),
      button(say("timing-history"), () => host.openHistory(), { icon: "history" }),
      keymap,
      act("help", { icon: "keys" }),
      this.jobs,
    );
    this.draw();
  }

  draw(): void {
    const { host } = this;
    this.undo.disabled = !host.canUndo();
    this.redo.disabled = !host.canRedo();
    this.found.hidden = host.findings() === 0;
    setText(this.found, say("timing-findings", { count: host.findings() }));
    this.clashes.hidden = host.conflicts() === 0;
    setText(this.clashes, say("timing-conflicts-count", { count: host.conflicts() }));
  }

  show(phase: Phase, problem: string): void {
    this.state.className = `badge state ${this.host.timing.can_save ? TONES[phase] : ""}`.trim();
    this.state.dataset["phase"] = phase;
    this.state.title = problem;
    setText(this.state, say(this.host.timing.can_save ? `timing-state-${phase}` : "timing-read-only"));
  }

  /** Set the title again: fonts have come. */
  retype(): void {
    this.name.replaceChildren(this.host.timing.title);
  }

  private title(): HTMLElement {
    const { timing } = this.host;
    this.name.lang = timing.language;
    this.retype();
    const path = `/messages/${encodeURIComponent(timing.message)}`;
    this.name.href = path;
    const to = (language: string, voice: string) =>
      `${path}/timing?${new URLSearchParams({ lang: language, voice }).toString()}`;
    const go = (language: string, voice: string) => {
      location.href = to(language, voice);
    };
    const languages = timing.languages.map((each) => [each, say(`timing-language-${each}`)] as const);
    const voices = [...new Set(timing.editions.map((edition) => edition.voice))];
    const others = timing.languages.filter((each) => each !== timing.language);
    const beside = [["", say("timing-beside-none")] as const].concat(
      others.map(
        (each) => [each, say("timing-beside", { language: say(`timing-language-${each}`) })] as never,
      ),
    );
    return h(
      "div",
      { class: "what" },
      this.name,
      choose(say("timing-language"), languages, timing.language, (language) => go(language, timing.voice)),
      voices.length > 1
        ? choose(
            say("timing-voice"),
            voices.map(
              (voice) =>
                [voice, say("timing-voice-of", { language: say(`timing-language-${voice}`) })] as const,
            ),
            timing.voice,
            (voice) => go(timing.language, voice),
          )
        : null,
      timing.shapes.length > 1
        ? choose(
            say("timing-shape"),
            timing.shapes.map((shape) => [shape.name, shape.title] as const),
            this.host.shape(),
            (name) => this.host.setShape(name),
          )
        : null,
      others.length
        ? choose(say("timing-beside-label"), beside, this.host.beside(), (language) =>
            this.host.setBeside(language),
          )
        : null,
    );
  }
}
