import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refused } from "../../shared/send";
import { Desk } from "../desk";
import { bare, type Words } from "../model/cues";
import { ROOM, sheetOf, texts, times } from "../model/material";
import { add, moveEdge } from "../model/moving";
import { setText } from "../model/wording";
import type { Saved } from "./contract";
import type { Entry } from "./journal";
import { type Phase, REST, Saver } from "./saving";

const FIRST = sheetOf([0, 1000, "하나"], [2000, 3000, "둘"], [4000, 5000, "셋"]);

/** Keeps what it is given, as the next version; `others` changes it before, as somebody else would. */
class Files {
  version = 1;
  cues: readonly Words[] = bare(FIRST);
  saves: { base: string; cues: readonly Words[] }[] = [];
  others: ((cues: Words[]) => Words[]) | null = null;
  refuse: Error | null = null;
  meanwhile: (() => void) | null = null;

  async save(base: string, cues: readonly Words[]): Promise<Saved> {
    this.saves.push({ base, cues: bare(cues) });
    await Promise.resolve();
    if (this.refuse) throw this.refuse;
    this.meanwhile?.();
    this.cues = this.others ? this.others(bare(cues)) : bare(cues);
    this.version += 1;
    return {
      version: `v${this.version}`,
      cues: this.cues,
      merged: this.others !== null,
      findings: [],
      conflicts: [],
    };
  }
}

function editor() {
  const files = new Files();
  const desk = new Desk(ROOM);
  const kept: (Entry | null)[] = [];
  const phases: Phase[] = [];
  const merged: number[] = [];
  const journal = {
    keep: (base: string, cues: readonly Words[]) => void kept.push({ base, cues: bare(cues), at: 0 }),
    forget: () => void kept.push(null),
  };
  const saver = new Saver(desk, files, journal, {
    phase: (phase) => void phases.push(phase),
    merged: (count) => void merged.push(count),
    conflicts: () => undefined,
  });
  for (const cue of FIRST) void [cue, desk.newId()];
  saver.opening("v1", FIRST);
  desk.open(FIRST);
  return { files, desk, kept, phases, merged, saver };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a change is saved after a rest, several at once", async () => {
  const { files, desk, phases, saver } = editor();
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST / 2);
  desk.do("text", (sheet) => setText(sheet, 1, "b"));
  await vi.advanceTimersByTimeAsync(REST / 2);
  expect(files.saves).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(REST);
  expect(files.saves.map((save) => save.base)).toEqual(["v1"]);
  expect(files.cues[0]?.text).toBe("b");
  expect(phases.at(-1)).toBe("saved");
  expect(saver.version).toBe("v2");
});

test("what is undone before the rest is not saved", async () => {
  const { files, desk, phases } = editor();
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  desk.undo();
  await vi.advanceTimersByTimeAsync(REST * 2);
  expect(files.saves).toHaveLength(0);
  expect(phases.at(-1)).toBe("saved");
});

test("the journal has what is unsaved until the server has it", async () => {
  const { desk, kept } = editor();
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  expect(kept.at(-1)).toMatchObject({ base: "v1" });
  expect(kept.at(-1)?.cues[0]?.text).toBe("a");
  await vi.advanceTimersByTimeAsync(REST);
  expect(kept.at(-1)).toBeNull();
});

test("somebody else's work comes in, and mine that is newer stays", async () => {
  const { files, desk, merged } = editor();
  files.others = (cues) => cues.map((cue) => (cue.text === "셋" ? { ...cue, text: "셋!" } : cue));
  files.meanwhile = () => desk.do("edge", (sheet) => moveEdge(sheet, 2, "end", 3500, ROOM));
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST);
  expect(texts(desk.sheet)).toEqual(["a", "둘", "셋!"]);
  expect(times(desk.sheet)[1]).toEqual([2000, 3500]);
  expect(merged).toEqual([1]);
  files.meanwhile = null;
  await vi.advanceTimersByTimeAsync(REST);
  expect(files.saves.at(-1)?.base).toBe("v2");
  expect(files.cues[1]?.end).toBe(3500);
  desk.undo();
  desk.undo();
  expect(texts(desk.sheet)).toEqual(["하나", "둘", "셋!"]);
});

test("where both changed one cue meanwhile, the next save is made from what both knew", async () => {
  const { files, desk } = editor();
  files.others = (cues) => cues.map((cue) => (cue.start === 2000 ? { ...cue, text: "theirs" } : cue));
  files.meanwhile = () => desk.do("text", (sheet) => setText(sheet, 2, "mine"));
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST);
  expect(texts(desk.sheet)[1]).toBe("mine");
  await vi.advanceTimersByTimeAsync(REST);
  expect(files.saves.map((save) => save.base)).toEqual(["v1", "v1"]);
});

test("without a connection it is tried again, less and less often", async () => {
  const { files, desk, phases } = editor();
  files.refuse = new TypeError("Failed to fetch");
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST);
  expect(phases.at(-1)).toBe("offline");
  await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000);
  expect(files.saves).toHaveLength(4);
  files.refuse = null;
  await vi.advanceTimersByTimeAsync(8000);
  expect(phases.at(-1)).toBe("saved");
  expect(files.cues[0]?.text).toBe("a");
});

test("what was not answered is sent again just as it was, then what came after it", async () => {
  const { files, desk } = editor();
  files.refuse = new TypeError("Failed to fetch");
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST);
  files.refuse = null;
  desk.do("text", (sheet) => setText(sheet, 1, "b"));
  await vi.advanceTimersByTimeAsync(REST * 3);
  expect(files.saves.map(({ base, cues }) => [base, cues[0]?.text])).toEqual([
    ["v1", "a"],
    ["v1", "a"],
    ["v2", "b"],
  ]);
});

test("what is refused is told, and not tried again before something changes", async () => {
  const { files, desk, phases } = editor();
  files.refuse = new Refused(422, [], null);
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(phases.at(-1)).toBe("refused");
  expect(files.saves).toHaveLength(1);
  files.refuse = null;
  desk.do("text", (sheet) => setText(sheet, 1, "b"));
  await vi.advanceTimersByTimeAsync(REST);
  expect(phases.at(-1)).toBe("saved");
});

test("a cue without words stays on the desk and out of the file", async () => {
  const { files, desk, saver } = editor();
  const fresh = { id: desk.newId(), start: 6000, end: 7000, text: "" };
  desk.do("add", (sheet) => add(sheet, fresh, ROOM));
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST);
  expect(files.cues).toHaveLength(3);
  expect(desk.sheet).toHaveLength(4);
  expect(saver.unsaved).toBe(false);
  desk.do("text", (sheet) => setText(sheet, fresh.id, "넷"));
  await vi.advanceTimersByTimeAsync(REST);
  expect(files.cues).toHaveLength(4);
});

test("a version from outside is taken over without a save, undo and selection stay", async () => {
  const { files, desk, saver, merged } = editor();
  desk.do("text", (sheet) => setText(sheet, 1, "a"));
  await vi.advanceTimersByTimeAsync(REST);
  desk.select({ ids: new Set([3]), lead: 3, anchor: 3 });
  const theirs = files.cues.map((cue) => (cue.start === 4000 ? { ...cue, start: 4100 } : cue));
  await saver.joined("v9", theirs, []);
  expect(files.saves).toHaveLength(1);
  expect(desk.selection.lead).toBe(3);
  expect(times(desk.sheet)[2]).toEqual([4100, 5000]);
  expect(merged).toEqual([1]);
  desk.undo();
  expect(texts(desk.sheet)[0]).toBe("하나");
  await vi.advanceTimersByTimeAsync(REST);
  expect(files.saves.at(-1)?.base).toBe("v9");
});
