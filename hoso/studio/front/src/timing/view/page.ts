// Everything that is seen of the editor, laid out, and drawn anew when something changes.

import { say } from "../../shared/words";
import type { Editor } from "../editor";
import type { Action } from "../keys/actions";
import type { Timing } from "../net/contract";
import type { Job } from "../net/jobs";
import { Conflicts } from "./conflicts";
import { eachFrame, h } from "./dom";
import { FindBar } from "./finding";
import { Header } from "./header";
import { Help } from "./help";
import { HistoryDialog } from "./history";
import { JobButton } from "./job";
import { Panel } from "./panel";
import { ShiftDialog } from "./shifting";
import { Table } from "./table";
import { Tools } from "./tools";
import { Transport } from "./transport";
import { WaveArea } from "./wave_area";

export class Page {
  readonly table: Table;
  readonly wave: WaveArea;
  readonly find: FindBar;
  readonly help: Help;
  readonly shift: ShiftDialog;
  readonly header: Header;
  readonly clashes: Conflicts;
  readonly transport: Transport;
  readonly tools: Tools;
  private readonly panel: Panel;

  constructor(editor: Editor, peaks: readonly number[], place: HTMLElement) {
    const { timing, desk, marks, player, prefs } = editor;
    const act = (action: Action) => editor.act(action);
    const limits = timing.limits;
    this.table = new Table({
      desk,
      marks,
      limits,
      language: timing.language,
      beside: editor.beside,
      now: () => player.time,
      seek: (time) => player.seek(time),
    });
    const setAtCursor = (edge: "start" | "end") => act(edge === "start" ? "set-in" : "set-out");
    this.panel = new Panel({ desk, marks, limits, setAtCursor });
    this.transport = new Transport({
      player,
      setRate: (rate) => editor.setRate(rate),
      act,
    });
    this.tools = new Tools({ prefs, act, changed: () => editor.prefer() });
    this.find = new FindBar(
      desk,
      () => this.table.reveal(),
      () => this.table.focus(),
    );
    this.help = new Help(
      () => prefs.keymap,
      (name) => editor.setKeymap(name),
    );
    this.shift = new ShiftDialog(desk);
    this.clashes = new Conflicts(timing.language, (line, use) => editor.resolve(line, use));
    const history = new HistoryDialog(editor.versions());
    this.header = new Header({
      timing,
      shape: () => prefs.shape,
      setShape: (name) => editor.setShape(name),
      beside: () => prefs.beside,
      setBeside: (language) => void editor.setBeside(language),
      keymap: () => prefs.keymap,
      setKeymap: (name) => editor.setKeymap(name),
      canUndo: () => desk.canUndo,
      canRedo: () => desk.canRedo,
      findings: () => marks.count,
      conflicts: () => editor.conflicts.length,
      act,
      nextFinding: () => editor.nextFinding(),
      openHistory: () => void history.open(),
      openConflicts: () => this.clashes.element.showModal(),
    });
    const [render, prepare] = jobsOf(editor);
    this.header.jobs.append(render.element);
    editor.stage.missing.append(h("p", {}, say("timing-no-video")), prepare.element);
    place.replaceChildren(
      tooSmall(),
      this.header.element,
      h(
        "div",
        { class: "middle" },
        h("div", { class: "picture" }, editor.stage.element, this.transport.element, this.panel.element),
        h("div", { class: "list-side" }, this.find.element, this.table.element),
      ),
    );
    this.wave = new WaveArea(editor, this.table, this.tools.element, peaks, place);
    place.append(this.help.element, this.shift.element, this.clashes.element, history.element);
    desk.onChange((topic) => {
      this.draw();
      if (topic === "selection") this.wave.reveal();
    });
    player.onChange(() => {
      this.transport.draw();
      this.table.draw();
      this.wave.place();
    });
  }

  /** Fonts have come: set everything in them. */
  retype(): void {
    this.header.retype();
    this.wave.retype();
    this.table.retype();
    this.draw();
  }

  /** Whatever depends on cues, selection and findings, in the next frame. */
  readonly draw = eachFrame(() => {
    this.table.draw();
    this.panel.draw();
    this.wave.draw();
    this.header.draw();
  });
}

/** Seen instead of all where the window is too narrow to work in. */
function tooSmall(): HTMLElement {
  return h(
    "div",
    { class: "too-small banner wait" },
    h("strong", {}, say("timing-too-small")),
    h("p", {}, say("timing-too-small-advice")),
  );
}

/** "Render what changed", for the editions that this file is seen in; and the preview that is missing. */
function jobsOf(editor: Editor): [render: JobButton, prepare: JobButton] {
  const { timing } = editor;
  const { message } = timing;
  const editions = concerned(timing);
  const before = () => editor.saver.flush();
  const reload = (job: Job) => {
    if (job.state === "done") editor.reload();
  };
  return [
    new JobButton({
      name: "render",
      wish: { kind: "render", message, editions },
      before,
      done: () => undefined,
    }),
    new JobButton({
      name: "prepare",
      wish: { kind: "preview", message, editions: [timing.edition] },
      before,
      done: reload,
    }),
  ];
}

function concerned(timing: Timing): string[] {
  return timing.editions
    .filter(({ voice, subtitles }) => voice === timing.voice && subtitles.includes(timing.language))
    .map((edition) => edition.name);
}
