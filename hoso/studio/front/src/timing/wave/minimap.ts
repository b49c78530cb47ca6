// The whole programme in a strip: cues, what is in sight, where the cursor is. A press goes there.

import type { Desk } from "../desk";
import { eachFrame, h } from "../view/dom";
import type { Wave } from "./wave";

const HEIGHT = 22;

export class Minimap {
  readonly element: HTMLElement;
  readonly draw: () => void;
  private readonly canvas = h("canvas", { height: HEIGHT });
  private readonly sight = h("div", { class: "sight" });

  constructor(
    private readonly wave: Wave,
    private readonly desk: Desk,
    private readonly scenes: readonly { readonly start: number }[],
  ) {
    this.element = h("div", { class: "minimap", "aria-hidden": "true" }, this.canvas, this.sight);
    this.draw = eachFrame(() => this.render());
    const go = (event: PointerEvent) => {
      const box = this.element.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      const [from, to] = wave.sight;
      wave.scrollTo(share * wave.layer.clientWidth - (to - from) / 2);
    };
    this.element.addEventListener("pointerdown", (event) => {
      this.element.setPointerCapture(event.pointerId);
      go(event);
    });
    this.element.addEventListener("pointermove", (event) => {
      if (event.buttons & 1) go(event);
    });
    new ResizeObserver(this.draw).observe(this.element);
    wave.onMove(() => this.moved());
  }

  private moved(): void {
    const whole = this.wave.layer.clientWidth || 1;
    const [from, to] = this.wave.sight;
    this.sight.style.left = `${(100 * from) / whole}%`;
    this.sight.style.width = `${Math.min(100, (100 * (to - from)) / whole)}%`;
  }

  private render(): void {
    const width = Math.max(1, this.element.clientWidth);
    if (this.canvas.width !== width) this.canvas.width = width;
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    const { look, duration } = this.wave;
    const x = (time: number) => (time / duration) * width;
    pen.clearRect(0, 0, width, HEIGHT);
    const { ids } = this.desk.selection;
    for (const cue of this.desk.sheet) {
      pen.fillStyle = ids.has(cue.id) ? look.accent : look.edge;
      pen.fillRect(x(cue.start), 6, Math.max(0.75, x(cue.end) - x(cue.start) - 0.5), HEIGHT - 12);
    }
    pen.fillStyle = look.ink;
    for (const scene of this.scenes) pen.fillRect(Math.round(x(scene.start)), 0, 1, HEIGHT);
    this.moved();
  }
}
