// The edges of the chosen cue as sliders, for those who work by keyboard or hear the page.

import { say } from "../../shared/words";
import type { Desk } from "../desk";
import { find, indexOf } from "../model/cues";
import { endRange, startRange } from "../model/limits";
import { type Edge, moveEdge } from "../model/moving";
import { formatTime } from "../model/times";
import { h } from "../view/dom";
import type { Wave } from "./wave";

export class Handles {
  private readonly handles: Readonly<Record<Edge, HTMLElement>>;

  constructor(
    private readonly wave: Wave,
    private readonly desk: Desk,
    private readonly frame: number,
  ) {
    this.handles = { start: this.make("start"), end: this.make("end") };
    wave.layer.append(this.handles.start, this.handles.end);
  }

  draw(): void {
    const sheet = this.desk.shown;
    const index = indexOf(sheet, this.desk.selection.lead ?? -1);
    const cue = sheet[index];
    for (const edge of ["start", "end"] as const) {
      const handle = this.handles[edge];
      handle.hidden = !cue;
      if (!cue) continue;
      const [low, high] =
        edge === "start" ? startRange(sheet, index, this.desk.room) : endRange(sheet, index, this.desk.room);
      handle.style.left = `${this.wave.scale.x(cue[edge])}px`;
      const told = {
        "aria-label": say(`timing-handle-${edge}`, { number: index + 1 }),
        "aria-valuemin": low,
        "aria-valuemax": high,
        "aria-valuenow": cue[edge],
        "aria-valuetext": formatTime(cue[edge]),
      };
      for (const [name, value] of Object.entries(told)) handle.setAttribute(name, String(value));
    }
  }

  private make(edge: Edge): HTMLElement {
    const handle = h("div", {
      class: "handle",
      role: "slider",
      tabindex: 0,
      "aria-orientation": "horizontal",
    });
    handle.addEventListener("keydown", (event) => this.pressed(event, edge));
    return handle;
  }

  private pressed(event: KeyboardEvent, edge: Edge): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const frames: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -10,
      PageUp: 10,
    };
    const by = frames[event.key];
    const cue = find(this.desk.sheet, this.desk.selection.lead ?? -1);
    if (by === undefined || !cue) return;
    event.preventDefault();
    event.stopPropagation();
    const time = Math.round((Math.round(cue[edge] / this.frame) + by) * this.frame);
    this.desk.do("edge", (sheet) => moveEdge(sheet, cue.id, edge, time, this.desk.room), `${edge} ${cue.id}`);
  }
}
