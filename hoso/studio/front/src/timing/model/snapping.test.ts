import { expect, test } from "vitest";
import { ROOM, sheetOf, times } from "./material";
import { snapAll } from "./snapall";
import { type Kind, neighbours, onFrame, snap, snapSpan, targetsOf } from "./snapping";

const marks = {
  shots: [5000, 2000],
  scenes: [0, 10_000],
  speech: [
    [1000, 1900],
    [2100, 4700],
  ] as [number, number][],
};
const every = new Set<Kind>(["cues", "shots", "scenes", "voice"]);

test("starts are drawn to shots, ends to a gap before them", () => {
  const targets = targetsOf(marks, 80, every);
  expect(snap(2040, "start", targets, 100, null)).toEqual({ time: 2000, kind: "shots" });
  expect(snap(2040, "start", targets, 30, null)).toEqual({ time: 2040, kind: null });
  expect(snap(4950, "end", targets, 100, null)).toEqual({ time: 4920, kind: "shots" });
  expect(snap(4680, "end", targets, 100, null)).toEqual({ time: 4700, kind: "voice" });
});

test("only what is wanted draws", () => {
  const targets = targetsOf(marks, 80, new Set<Kind>(["voice"]));
  expect(snap(2040, "start", targets, 100, null)).toEqual({ time: 2100, kind: "voice" });
  expect(snap(9990, "start", targets, 100, null).kind).toBeNull();
});

test("where nothing is near, the frame is", () => {
  const targets = targetsOf(marks, 80, every);
  expect(snap(3333, "start", targets, 100, 25)).toEqual({ time: 3320, kind: "frames" });
  expect(onFrame(1001, 30)).toBe(1000);
  expect(onFrame(34, 30)).toBe(33);
  expect(onFrame(33, 30)).toBe(33);
});

test("neighbours draw to a gap beside them", () => {
  const places = neighbours(sheetOf([0, 900], [1000, 2000], [3000, 4000]), new Set([2]), 80);
  expect(places).toEqual({ start: [980, 4080], end: [-80, 2920] });
});

test("a whole cue is drawn by the edge that is nearer", () => {
  const targets = targetsOf(marks, 80, new Set<Kind>(["shots"]));
  expect(snapSpan([2050, 4910], targets, 100, null)).toEqual({ by: 10, kind: "shots", edge: "end" });
  expect(snapSpan([2005, 4910], targets, 100, null)).toEqual({ by: -5, kind: "shots", edge: "start" });
  expect(snapSpan([3001, 3500], targets, 100, 25)).toEqual({ by: -1, kind: "frames", edge: "start" });
  expect(snapSpan([3001, 3500], targets, 100, null).by).toBe(0);
});

test("all are snapped one after the other, and never into each other", () => {
  const sheet = sheetOf([1030, 1880], [1900, 4750], [4800, 6000], [30_000, 31_000]);
  const after = snapAll(
    sheet,
    new Set([1, 2, 3, 4]),
    targetsOf(marks, 80, every),
    300,
    { fps: 25, gap: 80, frames: true },
    ROOM,
  );
  expect(times(after)).toEqual([
    [1000, 1880],
    [2000, 4700],
    [5000, 6000],
    [30_000, 31_000],
  ]);
});
