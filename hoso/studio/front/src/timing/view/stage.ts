// The picture: the working video of a shape, and over it what will be burned.

import { say } from "../../shared/words";
import type { Desk } from "../desk";
import type { Sheet } from "../model/cues";
import type { Shape, Timing } from "../net/contract";
import { Resting } from "../net/resting";
import { h } from "./dom";
import { Overlay } from "./overlay";

/** How long after a change the document is asked for, in ms. */
const REST = 150;

export interface StageHost {
  readonly desk: Desk;
  picture(cues: Sheet, shape: string, signal: AbortSignal): Promise<string>;
}

export class Stage {
  readonly video = h("video", {
    preload: "auto",
    playsinline: true,
    tabindex: -1,
    disablepictureinpicture: true,
  });
  readonly element: HTMLElement;
  /** What stands instead of a picture that is not made yet. */
  readonly missing = h("div", { class: "missing", hidden: true });
  private overlay: Overlay | null = null;
  private shape: Shape | undefined;
  private readonly asking: Resting;
  private timing: Timing | null = null;

  constructor(private readonly host: StageHost) {
    this.video.setAttribute("aria-label", say("timing-video"));
    this.element = h("div", { class: "screen" }, this.video, this.missing);
    this.asking = new Resting(REST, (signal) => this.ask(signal));
    host.desk.onChange((topic) => {
      if (topic === "selection") return;
      this.overlay?.follow(host.desk.shown);
      if (topic === "cues") this.asking.later();
    });
    this.video.addEventListener("loadeddata", () => this.overlay?.repaint());
    this.video.addEventListener("seeked", () => this.overlay?.repaint());
  }

  /** Ask for the document again. */
  again(): void {
    this.asking.later();
  }

  /** Show the shape with that name, or the first one; its name. */
  show(timing: Timing, name: string): string {
    this.timing = timing;
    this.shape = timing.shapes.find((shape) => shape.name === name) ?? timing.shapes[0];
    const video = this.shape?.video ?? null;
    this.missing.hidden = video !== null && timing.state === "ready";
    this.element.classList.toggle("blank", video === null);
    if (video) this.load(video);
    else this.video.removeAttribute("src");
    void this.asking.now();
    return this.shape?.name ?? "";
  }

  /** The same moment in another film. */
  private load(url: string): void {
    const { currentTime, paused, playbackRate } = this.video;
    this.video.src = url;
    this.video.addEventListener(
      "loadedmetadata",
      () => {
        this.video.currentTime = currentTime;
        this.video.playbackRate = playbackRate;
        if (!paused) void this.video.play().catch(() => undefined);
      },
      { once: true },
    );
  }

  private async ask(signal: AbortSignal): Promise<void> {
    const { shape, timing } = this;
    if (!shape?.video || !timing) return;
    const cues = this.host.desk.sheet.filter((cue) => cue.text.trim());
    const ass = await this.host.picture(cues, shape.name, signal);
    if (signal.aborted) return;
    if (this.overlay) await this.overlay.show(ass, cues);
    else {
      const fonts = timing.fonts.map((font) => new URL(font.url, location.href).href);
      this.overlay = new Overlay(this.video, fonts, ass, cues);
    }
    this.overlay.follow(this.host.desk.shown);
  }
}
