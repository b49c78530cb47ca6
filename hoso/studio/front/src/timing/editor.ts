// The editor of one file: the desk in the middle, what is seen around it, the server behind it.

import { toast } from "../shared/toast";
import { say } from "../shared/words";
import { Actions } from "./acting";
import { Desk } from "./desk";
import type { Action } from "./keys/actions";
import { listenForKeys } from "./keys/listening";
import { Marks } from "./marks";
import { identified } from "./model/adopting";
import { find, type Words } from "./model/cues";
import { only } from "./model/selection";
import type { Kind, Landmarks } from "./model/snapping";
import type { Api } from "./net/api";
import type { Conflict, Timing } from "./net/contract";
import type { BrowserJournal } from "./net/journal";
import { Resting } from "./net/resting";
import { Saver } from "./net/saving";
import { watchVersion } from "./net/watching";
import { Player } from "./player";
import { keepPrefs, type Prefs } from "./prefs";
import { Beside } from "./view/beside";
import type { HistoryHost } from "./view/history";
import { Page } from "./view/page";
import { Stage } from "./view/stage";

/** How long after a change the findings are asked for, in ms. */
const CHECK_REST = 400;

export class Editor {
  readonly desk: Desk;
  readonly marks = new Marks();
  readonly beside = new Beside();
  readonly stage: Stage;
  readonly player: Player;
  readonly page: Page;
  readonly saver: Saver;
  readonly landmarks: Landmarks;
  conflicts: readonly Conflict[];
  private readonly actions: Actions;
  private readonly checking: Resting;

  constructor(
    readonly timing: Timing,
    private readonly api: Api,
    private readonly journal: BrowserJournal,
    readonly prefs: Prefs,
    peaks: readonly number[],
    place: HTMLElement,
    readonly reload: () => void,
  ) {
    const gap = Math.round((timing.limits.gap_frames * 1000) / timing.fps);
    const room = { gap, shortest: Math.round(timing.frame_ms), duration: timing.duration };
    this.desk = new Desk(room, timing.can_save);
    this.landmarks = {
      shots: timing.shots,
      scenes: timing.scenes.map((scene) => scene.start),
      speech: timing.speech,
    };
    this.conflicts = timing.conflicts;
    const picture = api.picture.bind(api);
    this.stage = new Stage({ desk: this.desk, picture });
    this.player = new Player(this.stage.video, timing.fps, timing.duration);
    this.player.loop = prefs.loop;
    this.stage.video.playbackRate = prefs.rate;
    prefs.shape =
      timing.shapes.find((shape) => shape.name === prefs.shape)?.name ?? timing.shapes[0]?.name ?? "";
    this.page = new Page(this, peaks, place);
    this.saver = new Saver(this.desk, api, journal, {
      phase: (phase, problem) => this.page.header.show(phase, problem),
      merged: (count) => {
        if (count) toast(say("timing-merged", { count }), "wait");
      },
      conflicts: (conflicts) => this.setConflicts(conflicts),
    });
    this.actions = new Actions(this);
    this.checking = new Resting(CHECK_REST, (signal) => this.check(signal));
    this.listen();
  }

  /** Put the file on the desk. */
  async open(): Promise<void> {
    const { timing, prefs } = this;
    const sheet = identified([], timing.cues, this.desk.newId);
    this.marks.found(sheet, timing.findings);
    this.saver.opening(timing.version, sheet);
    this.desk.open(sheet);
    this.setConflicts(timing.conflicts);
    // The waveform first: while it loads, wavesurfer would take a film away from the video that is its sound.
    await this.page.wave.open();
    this.stage.show(timing, prefs.shape);
    if (prefs.beside) await this.setBeside(prefs.beside);
    for (const { message, remedy } of timing.problems) toast(`${message}. ${remedy}`, "wait");
    if (timing.can_save) await this.bringBack();
    await this.checking.now();
  }

  act(action: Action): void {
    this.actions.act(action);
  }

  snapKinds(): ReadonlySet<Kind> {
    return new Set(this.prefs.snap);
  }

  /** Something of the choices has changed: keep and show it. */
  prefer(): void {
    keepPrefs(this.prefs);
    this.page.tools.draw();
    this.page.transport.draw();
  }

  setRate(rate: number): void {
    this.player.video.playbackRate = rate;
    this.prefs.rate = rate;
    this.prefer();
  }

  setShape(name: string): void {
    this.prefs.shape = this.stage.show(this.timing, name);
    this.prefer();
  }

  setKeymap(name: Prefs["keymap"]): void {
    this.prefs.keymap = name;
    this.prefer();
    this.page.help.draw();
    this.page.header.draw();
  }

  async setBeside(language: string): Promise<void> {
    const { languages, language: own } = this.timing;
    const wanted = languages.includes(language) && language !== own ? language : "";
    this.prefs.beside = wanted;
    this.prefer();
    try {
      this.beside.set(wanted, wanted ? (await this.api.beside(wanted)).cues : []);
    } catch {
      this.beside.set("", []);
      toast(say("timing-beside-failed"), "bad");
    }
    this.page.table.setBeside();
  }

  nextFinding(): void {
    const id = this.marks.next(this.desk.sheet, this.desk.selection.lead);
    const cue = find(this.desk.sheet, id ?? -1);
    if (!cue) return;
    this.desk.select(only(cue.id));
    this.page.table.reveal();
    this.player.seek(cue.start);
  }

  async resolve(line: string, use: "edited" | "generated"): Promise<void> {
    await this.saver.flush();
    try {
      this.saver.answered(await this.api.resolve(line, use));
    } catch (error) {
      toast(error instanceof Error && error.message ? error.message : say("timing-job-lost"), "bad");
    }
  }

  versions(): HistoryHost {
    return {
      language: this.timing.language,
      interface: document.documentElement.lang,
      versions: async () => (await this.api.whole()).history,
      earlier: (id) => this.api.earlier(id),
      now: () => this.desk.sheet,
      restore: (cues) => this.replaceAll(cues, "restore"),
    };
  }

  /** Put what another version says in the place of all, as a step. */
  private replaceAll(cues: readonly Words[], name: string): void {
    this.desk.do(name, (sheet) => identified(sheet, cues, this.desk.newId));
  }

  private setConflicts(conflicts: readonly Conflict[]): void {
    this.conflicts = conflicts;
    const lines = new Map(this.timing.lines.map((line) => [line.key, line.text]));
    this.page.clashes.show(conflicts, lines);
    this.page.draw();
  }

  /** Edits that a crash or a lost connection left unsaved, joined with what the file is now. */
  private async bringBack(): Promise<void> {
    for (const { key, entry } of this.journal.left()) {
      try {
        const answer = await this.api.save(entry.base, entry.cues);
        const before = this.desk.sheet;
        this.replaceAll(answer.cues, "recovered");
        this.saver.answered(answer);
        this.journal.drop(key);
        if (this.desk.sheet !== before) toast(say("timing-recovered"), "good");
      } catch {
        toast(say("timing-recover-later"), "wait");
      }
    }
  }

  private async check(signal: AbortSignal): Promise<void> {
    const sheet = this.desk.sheet.filter((cue) => cue.text.trim());
    this.marks.learn(sheet, await this.api.check(sheet, signal));
    this.page.draw();
  }

  private listen(): void {
    this.desk.onChange((topic) => {
      if (topic === "cues") this.checking.later();
    });
    this.desk.onTurn((name, way) =>
      this.page.tools.tell(say(`timing-${way}`, { what: say(`timing-step-${name}`) })),
    );
    listenForKeys(
      () => this.prefs.keymap,
      (action) => this.act(action),
    );
    const leave = () => void this.saver.flush(true);
    addEventListener("blur", () => void this.saver.flush());
    // The page's font for Korean comes when it is needed; what was set and drawn before is set again.
    document.fonts.addEventListener("loadingdone", () => this.page.retype());
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") leave();
    });
    addEventListener("online", () => {
      void this.saver.flush();
      this.checking.later();
      this.stage.again();
    });
    watchVersion({
      version: () => this.api.version(),
      known: () => this.saver.version,
      busy: () => this.desk.dragging,
      other: async () => {
        const now = await this.api.whole();
        await this.saver.joined(now.version, now.cues, now.conflicts);
      },
    });
  }
}
