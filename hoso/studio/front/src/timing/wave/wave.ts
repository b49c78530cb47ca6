// The waveform: wavesurfer draws and scrolls the sound, a canvas of ours above it all that is edited.

import WaveSurfer from "wavesurfer.js";
import { nonce } from "../../shared/send";
import { THEME_CHANGED } from "../../shared/theme";
import { eachFrame, h } from "../view/dom";
import { HEIGHT, type Look, readLook } from "./look";
import { type Painted, paint } from "./painting";
import { drawPeaks } from "./peaks";
import { Scale } from "./scale";

/** In px a second. */
const MOST = 800;
/** Share of the view at whose end following turns the page. */
const TURN = 0.92;

export class Wave {
  readonly element: HTMLElement;
  readonly draw: () => void;
  /** Holds what lies over the waveform and scrolls with it. */
  readonly layer: HTMLElement;
  /** When it can be zoomed and scrolled. */
  readonly ready: Promise<void>;
  look: Look;
  private readonly surfer: WaveSurfer;
  private readonly canvas = h("canvas", { class: "cue-layer", "aria-hidden": "true" });
  private readonly cursor = h("div", { class: "cursor-layer", "aria-hidden": "true" });
  /** What of the programme the canvas covers, in px. */
  private left = 0;
  private wide = 0;
  private readonly moved: (() => void)[] = [];

  constructor(
    readonly duration: number,
    video: HTMLVideoElement,
    peaks: readonly number[],
    private readonly what: () => Painted,
    place: HTMLElement,
  ) {
    this.element = place;
    this.look = readLook(place);
    this.surfer = WaveSurfer.create({
      container: place,
      height: HEIGHT,
      media: video,
      // Silence until there is a sound: without any peaks wavesurfer would look for some.
      peaks: [Float32Array.from(peaks.length ? peaks : [0, 0], (peak) => peak / 127)],
      duration: duration / 1000,
      waveColor: this.look.wave,
      progressColor: this.look.wave,
      cursorWidth: 0,
      interact: false,
      autoScroll: false,
      autoCenter: false,
      cspNonce: nonce(),
      renderFunction: ([channel], context) => drawPeaks(channel ?? [], context),
    });
    this.ready = new Promise((resolve) => this.surfer.once("ready", () => resolve()));
    this.layer = this.surfer.getWrapper();
    this.draw = eachFrame(() => this.render());
    this.dress();
    this.surfer.on("redrawcomplete", () => this.shown());
    this.surfer.on("scroll", () => this.shown());
    this.surfer.on("ready", () => this.shown());
    document.addEventListener(THEME_CHANGED, () => this.restyle());
  }

  get scale(): Scale {
    return new Scale(this.layer.clientWidth, this.duration);
  }

  /** What is in sight, in px of the programme. */
  get sight(): [from: number, to: number] {
    const from = this.surfer.getScroll();
    return [from, from + this.surfer.getWidth()];
  }

  /** Told when something else is in sight. */
  onMove(listener: () => void): void {
    this.moved.push(listener);
  }

  /** The time under a pointer. */
  timeAt(clientX: number): number {
    return this.scale.time(clientX - this.layer.getBoundingClientRect().left);
  }

  scrollTo(px: number): void {
    this.surfer.setScroll(Math.max(0, px));
  }

  scrollBy(share: number): void {
    this.scrollTo(this.surfer.getScroll() + share * this.surfer.getWidth());
  }

  /** Wider (above 1) or narrower, with the time `at` where it is. */
  zoom(factor: number, at: number): void {
    const before = this.scale;
    const offset = before.x(at) - this.surfer.getScroll();
    const fit = this.surfer.getWidth() / (this.duration / 1000);
    const now = before.perMs * 1000;
    const perSecond = Math.min(Math.max(MOST, fit), Math.max(fit, now * factor));
    this.surfer.zoom(perSecond);
    this.scrollTo(this.scale.x(at) - offset);
    this.shown();
  }

  /** So many px a second at first. */
  open(perSecond: number): void {
    this.zoom(perSecond / (this.scale.perMs * 1000 || 1), 0);
  }

  /** Scroll so that [start, end) is in sight, if it is not. */
  reveal(start: number, end: number): void {
    const [from, to] = this.sight;
    const [left, right] = [this.scale.x(start), this.scale.x(end)];
    if (left >= from && right <= to) return;
    const width = to - from;
    this.scrollTo(right - left > width * 0.8 ? left - width * 0.1 : (left + right - width) / 2);
  }

  /** Put the cursor at `time`; `follow` turns the page where it would leave the view. */
  place(time: number, follow: boolean): void {
    const x = this.scale.x(time);
    this.cursor.style.transform = `translateX(${x}px)`;
    const [from, to] = this.sight;
    if (follow && (x < from || x > from + (to - from) * TURN)) this.scrollTo(x - (to - from) * (1 - TURN));
  }

  private dress(): void {
    const sheet = new CSSStyleSheet();
    // The waveform lives in a shadow tree, where the page's style sheets do not reach.
    sheet.replaceSync(`
      .cue-layer { position: absolute; top: 0; z-index: 3; pointer-events: none; image-rendering: auto; }
      .cursor-layer { position: absolute; top: 0; left: -1px; z-index: 4; width: 2px; height: ${HEIGHT}px;
        background: var(--bad); pointer-events: none; }
      .handle { position: absolute; z-index: 5; top: 38px; width: 11px; height: ${HEIGHT - 45}px; margin-left: -5.5px;
        pointer-events: none; border-radius: 3px; outline: none; }
      .handle:focus-visible { outline: 2px solid var(--accent); background: color-mix(in srgb, var(--accent) 35%, transparent); }
      .wrapper { touch-action: none; }
    `);
    const root = this.layer.getRootNode() as ShadowRoot;
    root.adoptedStyleSheets = [sheet];
    this.layer.append(this.canvas, this.cursor);
  }

  /** Colours or fonts of the page have changed. */
  restyle(): void {
    this.look = readLook(this.element);
    this.surfer.setOptions({ waveColor: this.look.wave, progressColor: this.look.wave });
    this.shown();
  }

  private shown(): void {
    this.draw();
    for (const listener of this.moved) listener();
  }

  private render(): void {
    const [from, to] = this.sight;
    const whole = this.layer.clientWidth;
    const [left, right] = [Math.max(0, from), Math.min(whole, to)];
    if (left < this.left || right > this.left + this.wide || !this.wide || this.wide > 3 * (to - from)) {
      this.lay(
        Math.max(0, Math.floor(from - (to - from) / 2)),
        Math.min(whole, Math.ceil(to + (to - from) / 2)),
      );
    }
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    const ratio = this.canvas.height / HEIGHT;
    pen.setTransform(ratio, 0, 0, ratio, -this.left * ratio, 0);
    paint(pen, this.scale, this.left, this.left + this.wide, this.look, this.what());
  }

  /** Put the canvas over [from, to) px: half a view more than is in sight at each side, so that it can scroll. */
  private lay(from: number, to: number): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.left = from;
    this.wide = Math.max(1, to - from);
    this.canvas.width = Math.ceil(this.wide * ratio);
    this.canvas.height = HEIGHT * ratio;
    Object.assign(this.canvas.style, { left: `${from}px`, width: `${this.wide}px`, height: `${HEIGHT}px` });
  }
}
