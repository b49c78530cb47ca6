// What each action does.

import { say } from "../shared/words";
import type { Editor } from "./editor";
import type { Action } from "./keys/actions";
import { type Cue, cueAt, find, indexOf } from "./model/cues";
import { add, nudge, type Part, remove, setIn, setOut } from "./model/moving";
import { merge, split } from "./model/parting";
import { all, only } from "./model/selection";
import { snapAll } from "./model/snapall";
import { type Kind, targetsOf } from "./model/snapping";

/** Played before or after an edge, in ms. */
const AROUND = 500;
/** What a cue is given before and after its words, in ms; Aegisub's own. */
const LEAD_IN = 200;
const LEAD_OUT = 300;
/** How near something draws when all is snapped, in frames; as shots do by Netflix's rules. */
const SNAP_FRAMES = 12;
/** How long a new cue is where there is room, in ms. */
const NEW = 2000;

type Doers = Readonly<Record<Action, () => void>>;

export class Actions {
  private readonly doers: Doers;

  constructor(private readonly editor: Editor) {
    this.doers = {
      ...this.playing(),
      ...this.going(),
      ...this.timing(),
      ...this.changing(),
      ...this.seeing(),
    };
  }

  act(action: Action): void {
    this.doers[action]();
  }

  private get lead(): Cue | undefined {
    const { desk } = this.editor;
    return find(desk.sheet, desk.selection.lead ?? -1);
  }

  private playing() {
    const { editor } = this;
    const { player } = editor;
    const around = (edge: "start" | "end", before: number, after: number) => () => {
      const cue = this.lead;
      if (cue) player.playStretch(cue[edge] - before, cue[edge] + after);
    };
    const rate = (way: 1 | -1) => () => {
      player.faster(way);
      editor.setRate(player.video.playbackRate);
    };
    return {
      "play-pause": () => player.toggle(),
      "play-selection": () => this.playSelection(),
      "play-before-start": around("start", AROUND, 0),
      "play-after-start": around("start", 0, AROUND),
      "play-before-end": around("end", AROUND, 0),
      "play-after-end": around("end", 0, AROUND),
      "play-on": () => {
        const cue = this.lead;
        if (cue) player.seek(cue.start);
        player.play();
      },
      loop: () => {
        player.loop = !player.loop;
        editor.prefs.loop = player.loop;
        editor.prefer();
      },
      slower: rate(-1),
      faster: rate(1),
    };
  }

  private going() {
    const { player, page } = this.editor;
    const to = (edge: "start" | "end") => () => {
      const cue = this.lead;
      if (cue) player.seek(cue[edge]);
    };
    return {
      previous: () => page.table.step(-1),
      next: () => page.table.step(1),
      "to-start": to("start"),
      "to-end": to("end"),
      "frame-back": () => player.step(-1),
      "frame-forward": () => player.step(1),
      "half-back": () => player.skip(-500),
      "half-forward": () => player.skip(500),
      "second-back": () => player.skip(-1000),
      "second-forward": () => player.skip(1000),
    };
  }

  private timing() {
    const { desk, player, page } = this.editor;
    const step = (part: Part, by: number) => () => {
      const { ids } = desk.selection;
      desk.do("nudge", (sheet) => nudge(sheet, ids, part, by, desk.room), `${part} ${[...ids].join(" ")}`);
    };
    const set = (command: typeof setIn) => () => {
      const cue = this.lead;
      if (cue) desk.do("edge", (sheet) => command(sheet, cue.id, player.time, desk.room));
    };
    return {
      "set-in": set(setIn),
      "set-out": set(setOut),
      "start-earlier": step("start", -10),
      "start-later": step("start", 10),
      "end-earlier": step("end", -10),
      "end-later": step("end", 10),
      "earlier-10": step("both", -10),
      "later-10": step("both", 10),
      "earlier-100": step("both", -100),
      "later-100": step("both", 100),
      "earlier-1000": step("both", -1000),
      "later-1000": step("both", 1000),
      "lead-in": step("start", -LEAD_IN),
      "lead-out": step("end", LEAD_OUT),
      snap: () => this.snap(),
      shift: () => page.shift.open(),
    };
  }

  private changing() {
    const { editor } = this;
    const { desk, page } = editor;
    return {
      "edit-text": () => page.table.edit(),
      add: () => this.add(),
      split: () => this.split(),
      merge: () => this.merge(),
      delete: () => desk.do("delete", (sheet) => remove(sheet, desk.selection.ids)),
      "select-all": () => desk.select(all(desk.sheet, desk.selection)),
      undo: () => desk.undo(),
      redo: () => desk.redo(),
    };
  }

  private seeing() {
    const { editor } = this;
    const { prefs } = editor;
    const { wave, find: finding, help } = editor.page;
    return {
      "zoom-in": () => wave.zoom(1.5),
      "zoom-out": () => wave.zoom(1 / 1.5),
      "zoom-fit": () => wave.zoom(0),
      "scroll-left": () => wave.wave.scrollBy(-0.5),
      "scroll-right": () => wave.wave.scrollBy(0.5),
      follow: () => {
        prefs.follow = !prefs.follow;
        editor.prefer();
      },
      find: () => finding.open(false),
      replace: () => finding.open(true),
      "find-next": () => finding.next(),
      save: () => void editor.saver.flush(),
      help: () => help.open(),
    };
  }

  /** From where the first chosen cue begins to where the last one ends. */
  private playSelection(): void {
    const { desk, player } = this.editor;
    const chosen = desk.sheet.filter((cue) => desk.selection.ids.has(cue.id));
    if (!chosen.length) return;
    const [from, to] = [chosen.map((cue) => cue.start), chosen.map((cue) => cue.end)];
    player.playStretch(Math.min(...from), Math.max(...to));
  }

  private snap(): void {
    const { desk, landmarks, timing } = this.editor;
    const kinds = this.editor.snapKinds();
    const targets = targetsOf(landmarks, desk.room.gap, kinds);
    if (kinds.has("cues")) targets.set("cues" satisfies Kind, { start: [], end: [] });
    const grid = { fps: timing.fps, gap: desk.room.gap, frames: kinds.has("frames") };
    const reach = SNAP_FRAMES * timing.frame_ms;
    desk.do("snap", (sheet) => snapAll(sheet, desk.selection.ids, targets, reach, grid, desk.room));
  }

  /** At the cursor, as long as there is room; its words are written at once. */
  private add(): void {
    const { desk, player } = this.editor;
    const id = desk.newId();
    const fresh = { id, start: player.time, end: player.time + NEW, text: "" };
    if (!desk.do("add", (sheet) => add(sheet, fresh, desk.room))) {
      this.editor.page.tools.tell(say("timing-no-room"));
      return;
    }
    desk.select(only(id));
    this.editor.page.table.edit();
  }

  /** The cue under the cursor; the chosen one where it is there too. */
  private split(): void {
    const { desk, player } = this.editor;
    const { time } = player;
    const lead = this.lead;
    const cue = lead && lead.start < time && time < lead.end ? lead : cueAt(desk.sheet, time);
    const id = desk.newId();
    const done = cue && desk.do("split", (sheet) => split(sheet, cue.id, time, id, desk.room));
    if (!done) this.editor.page.tools.tell(say("timing-no-split"));
  }

  /** The chosen cues; one alone with the next. */
  private merge(): void {
    const { desk, timing } = this.editor;
    const ids = new Set(desk.selection.ids);
    if (ids.size === 1) {
      const next = desk.sheet[indexOf(desk.sheet, desk.selection.lead ?? -1) + 1];
      if (next) ids.add(next.id);
    }
    desk.do("merge", (sheet) => merge(sheet, ids, timing.limits.lines));
  }
}
