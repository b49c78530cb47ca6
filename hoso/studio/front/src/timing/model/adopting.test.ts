import { expect, test } from "vitest";
import { identified, rebased } from "./adopting";
import { bare, type Sheet } from "./cues";
import { ROOM, sheetOf, texts, times } from "./material";
import { moveEdge } from "./moving";
import { setText } from "./wording";

const sheet = sheetOf([0, 1000, "a"], [2000, 3000, "b"], [4000, 5000, "c"]);
const counter = () => {
  let next = 100;
  return () => (next += 1);
};
const ids = (of: Sheet) => of.map((cue) => cue.id);

test("cues keep their ids through other times, other words and other places", () => {
  const fresh = bare(sheetOf([100, 1100, "a"], [2000, 3000, "B!"], [3200, 3800, "new"], [4000, 5000, "c"]));
  const after = identified(sheet, fresh, counter());
  expect(ids(after)).toEqual([1, 2, 101, 3]);
  expect(after[3]).toBe(sheet[2]);
});

test("the same words said twice keep to their places", () => {
  const twice = sheetOf([0, 1000, "네"], [2000, 3000, "네"]);
  expect(ids(identified(twice, bare(sheetOf([10, 1010, "네"], [1990, 2990, "네"])), counter()))).toEqual([
    1, 2,
  ]);
  expect(ids(identified(twice, bare(sheetOf([2000, 3000, "네"])), counter()))).toEqual([2]);
});

test("edits made since are laid over what came back", () => {
  const theirs = identified(
    sheet,
    bare(sheetOf([0, 1200, "a"], [2000, 3000, "b"], [4000, 5000, "C"])),
    counter(),
  );
  const mine = setText(moveEdge(sheet, 2, "end", 3500, ROOM), 1, "A");
  const { sheet: both, clash } = rebased(sheet, theirs, mine);
  expect(clash).toBe(false);
  expect(texts(both)).toEqual(["A", "b", "C"]);
  expect(times(both)).toEqual([
    [0, 1200],
    [2000, 3500],
    [4000, 5000],
  ]);
});

test("two hands on one thing are a clash; the same done twice is none", () => {
  const theirs = setText(sheet, 1, "theirs");
  expect(rebased(sheet, theirs, setText(sheet, 1, "mine")).clash).toBe(true);
  expect(rebased(sheet, theirs, setText(sheet, 1, "theirs")).clash).toBe(false);
  expect(rebased(sheet, sheet.slice(1), setText(sheet, 1, "mine")).clash).toBe(true);
  expect(rebased(sheet, sheet.slice(1), sheet.slice(1)).clash).toBe(false);
});
