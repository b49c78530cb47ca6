import { describe, expect, test } from "vitest";
import { ROOM, sheetOf, times } from "../model/material";
import { besides, type Kind, targetsOf } from "../model/snapping";
import { type Drawing, type Pull, pulled } from "./dragging";
import { type Hit, hitAt } from "./hit";
import { Scale, tickStep } from "./scale";

const sheet = sheetOf([1000, 2000], [2080, 3000], [5000, 6000]);
const REACH = { edge: 60, joint: 100 };
const at = (time: number, lead: number | null = null): string => {
  const hit = hitAt(sheet, time, REACH, lead);
  return hit.kind === "empty" ? "empty" : `${hit.kind} ${hit.cue.id}`;
};

test("what lies under the pointer", () => {
  expect(at(1500)).toBe("body 1");
  expect(at(1010)).toBe("start 1");
  expect(at(970)).toBe("start 1");
  expect(at(900)).toBe("empty");
  expect(at(1950)).toBe("end 1");
  expect(at(2040)).toBe("joint 1");
  expect(at(2130)).toBe("start 2");
  expect(at(3030)).toBe("end 2");
  expect(at(4000)).toBe("empty");
});

test("a short cue keeps a middle to take it by", () => {
  const short = sheetOf([0, 90]);
  expect(hitAt(short, 45, REACH, null)).toMatchObject({ kind: "body" });
  expect(hitAt(short, 10, REACH, null)).toMatchObject({ kind: "start" });
});

test("where cues overlap, the chosen one is meant", () => {
  const over = sheetOf([0, 3000], [1000, 4000]);
  expect(hitAt(over, 2000, REACH, 1)).toMatchObject({ kind: "body", cue: { id: 1 } });
  expect(hitAt(over, 2000, REACH, 2)).toMatchObject({ kind: "body", cue: { id: 2 } });
});

describe("a drag", () => {
  const marks = { shots: [4000], scenes: [], speech: [] };
  const every = new Set<Kind>(["shots"]);
  const targets = targetsOf(marks, 80, every);
  const drag = (hit: Hit, pull: Partial<Pull>, ids: number[] = []) => {
    const moving = new Set(hit.kind === "empty" ? [] : hit.kind === "body" ? ids : [hit.cue.id]);
    const drawing: Drawing = { room: ROOM, targets: besides(targets, sheet, moving, 80), frames: 25 };
    const whole = { time: 0, from: 0, reach: 50, both: false, ...pull };
    return pulled(sheet, hit, new Set(ids), whole, 9, drawing);
  };
  const [first, second, third] = sheet;
  if (!first || !second || !third) throw new Error("three cues");

  test("of an edge goes to a shot that is near, and says so", () => {
    const found = drag({ kind: "start", cue: third }, { from: 5000, time: 4030 });
    expect(times(found.sheet)[2]).toEqual([4000, 6000]);
    expect(found.at).toEqual({ time: 4000, kind: "shots" });
    expect(times(drag({ kind: "start", cue: third }, { from: 5000, time: 4030, reach: 0 }).sheet)[2]).toEqual(
      [4030, 6000],
    );
  });

  test("of an edge goes to frames where nothing is near", () => {
    expect(times(drag({ kind: "end", cue: third }, { from: 6000, time: 6333 }).sheet)[2]).toEqual([
      5000, 6320,
    ]);
  });

  test("of an edge goes beside the neighbour", () => {
    const found = drag({ kind: "end", cue: second }, { from: 3000, time: 4900 });
    expect(times(found.sheet)[1]).toEqual([2080, 4920]);
    expect(found.at?.kind).toBe("cues");
  });

  test("of a joint moves both edges", () => {
    const found = drag({ kind: "joint", cue: first }, { from: 2040, time: 2440 });
    expect(times(found.sheet).slice(0, 2)).toEqual([
      [1000, 2400],
      [2480, 3000],
    ]);
  });

  test("of an edge with the neighbour's is the same", () => {
    const found = drag({ kind: "start", cue: second }, { from: 2080, time: 2480, both: true });
    expect(times(found.sheet).slice(0, 2)).toEqual([
      [1000, 2400],
      [2480, 3000],
    ]);
    const alone = drag({ kind: "start", cue: first }, { from: 1000, time: 1200, both: true });
    expect(times(alone.sheet)[0]).toEqual([1200, 2000]);
  });

  test("of one of several moves them all", () => {
    const found = drag({ kind: "body", cue: first }, { from: 1500, time: 1700 }, [1, 2]);
    expect(times(found.sheet)).toEqual([
      [1200, 2200],
      [2280, 3200],
      [5000, 6000],
    ]);
  });

  test("over nothing makes a cue", () => {
    const found = drag({ kind: "empty" }, { from: 3960, time: 3200 });
    expect(times(found.sheet)[2]).toEqual([3200, 3920]);
    expect(drag({ kind: "empty" }, { from: 3500, time: 3510 }).sheet).toBe(sheet);
  });
});

test("ticks are round and not too near", () => {
  expect(tickStep(new Scale(1000, 10_000), 60)).toBe(1000);
  expect(tickStep(new Scale(1000, 3_600_000), 60)).toBe(300_000);
  expect(tickStep(new Scale(100, 36_000_000), 60)).toBe(1_800_000);
});
