// The mouse on the waveform: choose, seek, drag, draw a new cue, scroll and zoom.

import type { Desk } from "../desk";
import { find } from "../model/cues";
import { extended, only, toggled } from "../model/selection";
import { besides, type Kind, type Landmarks, targetsOf } from "../model/snapping";
import { eachFrame } from "../view/dom";
import { type Drawing, pulled } from "./dragging";
import { type Hit, hitAt } from "./hit";
import type { Wave } from "./wave";

/** In px: how near an edge is meant, how near something draws, from where on a press is a drag. */
const EDGE = 8;
const DRAWS = 9;
const SLOP = 3;

export interface PointerHost {
  readonly desk: Desk;
  readonly fps: number;
  readonly landmarks: Landmarks;
  /** What edges are drawn to. */
  snapKinds(): ReadonlySet<Kind>;
  seek(time: number): void;
  edit(): void;
  /** Where a drag has snapped to; null for nowhere. */
  snapped(time: number | null): void;
}

interface Press {
  readonly hit: Hit;
  readonly from: number;
  readonly x: number;
  readonly fresh: number;
  /** Set once it is a drag. */
  drawing: Drawing | null;
}

const STEPS: Readonly<Record<Hit["kind"], string>> = {
  start: "edge",
  end: "edge",
  joint: "shared",
  body: "move",
  empty: "add",
};

const CURSORS: Readonly<Record<Hit["kind"], string>> = {
  start: "ew-resize",
  end: "ew-resize",
  joint: "col-resize",
  body: "grab",
  empty: "text",
};

export class WavePointer {
  private press: Press | null = null;
  private last: PointerEvent | null = null;

  constructor(
    private readonly wave: Wave,
    private readonly host: PointerHost,
  ) {
    const { layer } = wave;
    layer.addEventListener("pointerdown", (event) => this.down(event));
    layer.addEventListener("pointermove", (event) => this.move(event));
    layer.addEventListener("pointerup", (event) => this.up(event));
    layer.addEventListener("pointercancel", () => this.cancel());
    layer.addEventListener("dblclick", (event) => {
      if (this.hit(wave.timeAt(event.clientX)).kind !== "empty") host.edit();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.press) return;
      event.stopPropagation();
      this.cancel();
    });
    wave.element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  private hit(time: number): Hit {
    const { desk } = this.host;
    const scale = this.wave.scale;
    const joint = Math.max(desk.room.gap * 1.5, scale.span(3));
    return hitAt(desk.shown, time, { edge: scale.span(EDGE), joint }, desk.selection.lead);
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const from = this.wave.timeAt(event.clientX);
    const { desk } = this.host;
    this.press = {
      hit: this.hit(from),
      from,
      x: event.clientX,
      fresh: desk.newId(),
      drawing: null,
    };
    this.wave.layer.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const press = this.press;
    if (!press) {
      this.wave.layer.style.cursor = CURSORS[this.hit(this.wave.timeAt(event.clientX)).kind];
      return;
    }
    if (!press.drawing) {
      if (Math.abs(event.clientX - press.x) < SLOP) return;
      this.begin(press);
    }
    this.last = event;
    this.pull();
  }

  private begin(press: Press): void {
    const { desk } = this.host;
    const { hit } = press;
    if (hit.kind !== "empty" && !desk.selection.ids.has(hit.cue.id)) desk.select(only(hit.cue.id));
    press.drawing = this.drawing(hit);
    this.wave.layer.style.cursor = hit.kind === "body" ? "grabbing" : CURSORS[hit.kind];
  }

  /** What draws, worked out once a drag. */
  private drawing(hit: Hit): Drawing {
    const { desk, landmarks, fps } = this.host;
    const { gap } = desk.room;
    const kinds = this.host.snapKinds();
    const marks = targetsOf(landmarks, gap, kinds);
    const alone = hit.kind === "empty" ? [] : [hit.cue.id];
    const moving = hit.kind === "body" ? desk.selection.ids : new Set(alone);
    // A shared edge is drawn to no neighbour: the two beside it go along.
    const near = kinds.has("cues") && hit.kind !== "joint";
    return {
      room: desk.room,
      targets: near ? besides(marks, desk.sheet, moving, gap) : marks,
      frames: kinds.has("frames") ? fps : null,
    };
  }

  private readonly pull = eachFrame(() => {
    const { press, last: event } = this;
    if (press?.drawing && event) this.pullTo(press, press.drawing, event);
  });

  private pullTo(press: Press, drawing: Drawing, event: PointerEvent): void {
    const { desk } = this.host;
    this.scrollAlong(event.clientX);
    const pull = {
      time: this.wave.timeAt(event.clientX),
      from: press.from,
      reach: event.shiftKey ? 0 : this.wave.scale.span(DRAWS),
      both: event.ctrlKey || event.metaKey,
    };
    const { sheet, at } = pulled(desk.sheet, press.hit, desk.selection.ids, pull, press.fresh, drawing);
    this.host.snapped(at?.time ?? null);
    desk.drag(sheet);
  }

  private scrollAlong(clientX: number): void {
    const { left, right } = this.wave.element.getBoundingClientRect();
    if (clientX > right - 16) this.wave.scrollBy(0.02);
    else if (clientX < left + 16) this.wave.scrollBy(-0.02);
  }

  private up(event: PointerEvent): void {
    const press = this.press;
    if (!press) return;
    this.press = null;
    this.host.snapped(null);
    if (press.drawing) this.drop(press, press.drawing, event);
    else this.click(press, event);
  }

  private drop(press: Press, drawing: Drawing, event: PointerEvent): void {
    const { desk } = this.host;
    this.pullTo(press, drawing, event);
    this.host.snapped(null);
    desk.drop(STEPS[press.hit.kind]);
    if (press.hit.kind !== "empty" || !find(desk.sheet, press.fresh)) return;
    desk.select(only(press.fresh));
    this.host.edit();
  }

  private click(press: Press, event: PointerEvent): void {
    const { desk } = this.host;
    const { hit } = press;
    if (hit.kind !== "empty") {
      const { id } = hit.cue;
      if (event.shiftKey) desk.select(extended(desk.shown, desk.selection, id));
      else if (event.ctrlKey || event.metaKey) desk.select(toggled(desk.selection, id));
      else desk.select(only(id));
    }
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) this.host.seek(press.from);
  }

  private cancel(): void {
    if (!this.press) return;
    this.press = null;
    this.host.snapped(null);
    this.host.desk.drag(null);
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const { deltaX, deltaY, deltaMode } = event;
    const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
    if (event.ctrlKey || event.metaKey) {
      this.wave.zoom(Math.exp(-deltaY * unit * 0.002), this.wave.timeAt(event.clientX));
      return;
    }
    const by = (Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY) * unit;
    this.wave.scrollTo(this.wave.sight[0] + by);
  }
}
