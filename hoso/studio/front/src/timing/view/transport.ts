// Below the video: play, step, where the cursor is, how fast.

import { say } from "../../shared/words";
import type { Action } from "../keys/actions";
import { formatTime } from "../model/times";
import { type Player, RATES } from "../player";
import { button, choose, toggle } from "./controls";
import { h, icon, setText } from "./dom";
import { ICONS } from "./icons";

export interface TransportHost {
  readonly player: Player;
  setRate(rate: number): void;
  act(action: Action): void;
}

export class Transport {
  readonly element: HTMLElement;
  private readonly playing: HTMLButtonElement;
  private readonly looping: HTMLButtonElement;
  private readonly time = h("output", { class: "number time", "aria-label": say("timing-cursor") });
  private readonly rates: HTMLSelectElement;
  private shown: boolean | null = null;

  constructor(private readonly host: TransportHost) {
    const { player } = host;
    const act = (action: Action, look: Parameters<typeof button>[2]) =>
      button(say(`timing-do-${action}`), () => host.act(action), look);
    this.playing = act("play-pause", { icon: "play", class: "primary" });
    this.looping = toggle(
      say("timing-do-loop"),
      () => player.loop,
      () => host.act("loop"),
      { icon: "loop" },
    );
    this.rates = choose(
      say("timing-rate"),
      RATES.map((rate) => [String(rate), `${rate}×`] as const),
      String(player.video.playbackRate),
      (value) => host.setRate(Number(value)),
    );
    this.element = h(
      "div",
      { class: "transport toolbar", role: "toolbar", "aria-label": say("timing-transport") },
      this.playing,
      act("play-selection", { icon: "selection" }),
      this.looping,
      act("frame-back", { icon: "back" }),
      act("frame-forward", { icon: "forward" }),
      this.time,
      h("span", { class: "push" }),
      this.rates,
    );
    this.draw();
  }

  draw(): void {
    const { player } = this.host;
    setText(this.time, formatTime(player.time));
    this.looping.setAttribute("aria-pressed", String(player.loop));
    const rate = String(player.video.playbackRate);
    if (this.rates.value !== rate) this.rates.value = rate;
    if (this.shown === player.playing) return;
    this.shown = player.playing;
    this.playing.replaceChildren(icon(ICONS[player.playing ? "pause" : "play"]));
  }
}
