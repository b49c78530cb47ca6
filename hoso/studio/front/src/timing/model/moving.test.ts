import { describe, expect, test } from "vitest";
import { find, type Sheet, within } from "./cues";
import { dice, ROOM, sheetOf, times } from "./material";
import * as moving from "./moving";

const sheet = sheetOf([1000, 2000], [3000, 4000], [4080, 5000], [9000, 10_000]);

describe("moving", () => {
  test("goes as far as the neighbours let it", () => {
    expect(times(moving.move(sheet, new Set([2]), -200, ROOM))[1]).toEqual([2800, 3800]);
    expect(times(moving.move(sheet, new Set([2]), -5000, ROOM))[1]).toEqual([2080, 3080]);
    expect(moving.move(sheet, new Set([2]), 500, ROOM)).toBe(sheet);
    expect(times(moving.move(sheet, new Set([1]), -5000, ROOM))[0]).toEqual([0, 1000]);
  });

  test("several go together, and keep the gaps between them", () => {
    const after = moving.move(sheet, new Set([2, 3]), 10_000, ROOM);
    expect(times(after)).toEqual([
      [1000, 2000],
      [6920, 7920],
      [8000, 8920],
      [9000, 10_000],
    ]);
  });

  test("those that are apart go as far as the narrowest of them", () => {
    const after = moving.move(sheet, new Set([1, 4]), 5000, ROOM);
    expect(times(after)[0]).toEqual([1920, 2920]);
    expect(times(after)[3]).toEqual([9920, 10_920]);
  });

  test("an overlap that is there is not made worse, and can be mended", () => {
    const bad = sheetOf([0, 2000], [1500, 3000]);
    expect(moving.move(bad, new Set([2]), -100, ROOM)).toBe(bad);
    expect(times(moving.move(bad, new Set([2]), 700, ROOM))[1]).toEqual([2200, 3700]);
    expect(times(moving.moveEdge(bad, 1, "end", 1400, ROOM))[0]).toEqual([0, 1400]);
    expect(times(moving.moveEdge(bad, 1, "end", 2500, ROOM))[0]).toEqual([0, 2000]);
  });
});

describe("edges", () => {
  test("stop at the neighbour and before the other edge", () => {
    expect(find(moving.moveEdge(sheet, 2, "start", 100, ROOM), 2)?.start).toBe(2080);
    expect(find(moving.moveEdge(sheet, 2, "start", 9999, ROOM), 2)?.start).toBe(3960);
    expect(find(moving.moveEdge(sheet, 1, "end", 9999, ROOM), 1)?.end).toBe(2920);
    expect(find(moving.moveEdge(sheet, 1, "end", 0, ROOM), 1)?.end).toBe(1040);
  });

  test("that are shared go together", () => {
    const after = moving.moveShared(sheet, 2, 4500, ROOM);
    expect(times(after).slice(1, 3)).toEqual([
      [3000, 4420],
      [4500, 5000],
    ]);
    expect(times(moving.moveShared(sheet, 2, 99_999, ROOM))[2]).toEqual([4960, 5000]);
    expect(times(moving.moveShared(sheet, 2, 0, ROOM))[1]).toEqual([3000, 3040]);
  });

  test("are set at the cursor; a start past the end takes the cue along", () => {
    expect(find(moving.setIn(sheet, 1, 1300, ROOM), 1)).toMatchObject({ start: 1300, end: 2000 });
    expect(find(moving.setIn(sheet, 1, 1990, ROOM), 1)).toMatchObject({ start: 1920, end: 2920 });
    expect(find(moving.setOut(sheet, 1, 1300, ROOM), 1)).toMatchObject({ start: 1000, end: 1300 });
    expect(moving.setOut(sheet, 1, 900, ROOM)).toBe(sheet);
  });
});

test("a nudge of several edges goes from the side that they go to", () => {
  const tight = sheetOf([0, 1000], [1080, 2000], [2080, 3000]);
  const after = moving.nudge(tight, new Set([1, 2, 3]), "both", 100, ROOM);
  expect(times(after)).toEqual([
    [100, 1100],
    [1180, 2100],
    [2180, 3100],
  ]);
  expect(times(moving.nudge(tight, new Set([1, 2]), "end", -100, ROOM)).slice(0, 2)).toEqual([
    [0, 900],
    [1080, 1900],
  ]);
});

test("shifting from here leaves what is before, and does not run into it", () => {
  expect(times(moving.shiftFrom(sheet, 2, 500, ROOM))).toEqual([
    [1000, 2000],
    [3500, 4500],
    [4580, 5500],
    [9500, 10_500],
  ]);
  expect(times(moving.shiftFrom(sheet, 2, -5000, ROOM))[1]).toEqual([2080, 3080]);
});

test("a new cue takes the free place, if there is any", () => {
  const fresh = { id: 9, start: 5500, end: 7000, text: "" };
  expect(times(moving.add(sheet, fresh, ROOM) as Sheet)[3]).toEqual([5500, 7000]);
  expect(times(moving.add(sheet, { ...fresh, start: 4500, end: 9500 }, ROOM) as Sheet)[3]).toEqual([
    5080, 8920,
  ]);
  expect(moving.add(sheet, { ...fresh, start: 3100, end: 3900 }, ROOM)).toBeNull();
  expect(times(moving.add([], fresh, ROOM) as Sheet)).toEqual([[5500, 7000]]);
});

test("what is seen between two times has what began before and is still on", () => {
  const long = sheetOf([0, 9000], [1000, 2000], [3000, 4000], [8000, 8500]);
  expect(within(long, 5000, 8100)).toEqual([0, 4]);
  expect(within(sheet, 2500, 3500)).toEqual([1, 2]);
  expect(within(sheet, 20_000, 30_000)).toEqual([4, 4]);
});

test("whatever is done, cues stay in order, apart, long enough and after 0", () => {
  const roll = dice(7);
  const pick = (below: number) => Math.floor(roll() * below);
  let now = sheetOf(
    ...Array.from({ length: 40 }, (_, index) => [index * 1400, index * 1400 + 1000] as [number, number]),
  );
  for (let round = 0; round < 3000; round += 1) {
    const id = 1 + pick(40);
    const time = pick(60_000);
    const by = pick(4000) - 2000;
    const ids = new Set([id, 1 + pick(40), 1 + pick(40)]);
    now = [
      () => moving.move(now, ids, by, ROOM),
      () => moving.moveEdge(now, id, pick(2) ? "start" : "end", time, ROOM),
      () => moving.moveShared(now, id, time, ROOM),
      () => moving.setIn(now, id, time, ROOM),
      () => moving.setOut(now, id, time, ROOM),
      () => moving.nudge(now, ids, (["start", "end", "both"] as const)[pick(3)] as moving.Part, by, ROOM),
      () => moving.shiftFrom(now, id, -pick(300), ROOM),
    ][pick(7)]?.() as Sheet;
    expect(now.map((cue) => cue.id)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    now.forEach((cue, index) => {
      const free = cue.start - (now[index - 1]?.end ?? -ROOM.gap);
      if (cue.start < 0 || cue.end - cue.start < ROOM.shortest || free < ROOM.gap) {
        throw new Error(`round ${round}: ${JSON.stringify([now[index - 1], cue])}`);
      }
    });
  }
});
