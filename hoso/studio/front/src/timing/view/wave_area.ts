// The lower part: tools, waveform with its handles, and the whole programme in a strip.

import { say } from "../../shared/words";
import type { Editor } from "../editor";
import { find } from "../model/cues";
import { Handles } from "../wave/handles";
import { Minimap } from "../wave/minimap";
import { WavePointer } from "../wave/pointer";
import { Wave } from "../wave/wave";
import { h } from "./dom";
import type { Table } from "./table";

/** In px a second, where the programme is longer than the view. */
const AT_FIRST = 90;

export class WaveArea {
  readonly element: HTMLElement;
  readonly wave: Wave;
  private readonly handles: Handles;
  private readonly map: Minimap;
  private snapped: number | null = null;

  constructor(
    private readonly editor: Editor,
    table: Table,
    tools: HTMLElement,
    peaks: readonly number[],
    page: HTMLElement,
  ) {
    const { timing, desk, marks } = editor;
    const place = h("div", { class: "wave", role: "group", "aria-label": say("timing-wave") });
    this.element = h("section", { class: "wave-area" }, tools, place);
    page.append(this.element);
    const { scenes, lines, shots, speech } = timing;
    this.wave = new Wave(
      timing.duration,
      editor.player.video,
      peaks,
      () => ({
        sheet: desk.shown,
        chosen: desk.selection.ids,
        lead: desk.selection.lead,
        marks,
        landscape: { scenes, lines, shots, speech },
        snapped: this.snapped,
        gap: desk.room.gap,
      }),
      place,
    );
    this.handles = new Handles(this.wave, desk, timing.frame_ms);
    this.map = new Minimap(this.wave, desk, timing.scenes);
    this.element.append(this.map.element);
    new WavePointer(this.wave, {
      desk,
      fps: timing.fps,
      landmarks: editor.landmarks,
      snapKinds: () => editor.snapKinds(),
      seek: (time) => editor.player.seek(time),
      edit: () => table.edit(),
      snapped: (time) => {
        this.snapped = time;
        this.wave.draw();
      },
    });
    this.wave.onMove(() => this.moved());
    desk.onChange((topic) => {
      if (topic !== "drag") this.map.draw();
    });
  }

  async open(): Promise<void> {
    await this.wave.ready;
    this.wave.open(AT_FIRST);
    this.draw();
    this.map.draw();
  }

  retype(): void {
    this.wave.restyle();
  }

  draw(): void {
    this.wave.draw();
    this.handles.draw();
  }

  /** The cursor to where the player is. */
  place(): void {
    const { player, prefs } = this.editor;
    this.wave.place(player.position, prefs.follow && player.playing);
  }

  /** The chosen cue into sight, but not while somebody drags or listens. */
  reveal(): void {
    const { desk, player, prefs } = this.editor;
    const cue = find(desk.shown, desk.selection.lead ?? -1);
    if (cue && !desk.dragging && !(player.playing && prefs.follow)) this.wave.reveal(cue.start, cue.end);
  }

  zoom(factor: number): void {
    const { scale, sight } = this.wave;
    const cursor = this.editor.player.time;
    const [from, to] = [scale.time(sight[0]), scale.time(sight[1])];
    this.wave.zoom(factor, cursor >= from && cursor <= to ? cursor : (from + to) / 2);
  }

  private moved(): void {
    this.element.dataset["perSecond"] = String(this.wave.scale.perMs * 1000);
    this.handles.draw();
    this.place();
  }
}
