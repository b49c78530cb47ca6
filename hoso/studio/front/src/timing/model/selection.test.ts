import { expect, test } from "vitest";
import { sheetOf } from "./material";
import { all, extended, kept, NONE, only, toggled } from "./selection";

const sheet = sheetOf([0, 1], [1, 2], [2, 3], [3, 4]);

test("ranges begin where the first click was", () => {
  const range = extended(sheet, only(2), 4);
  expect([...range.ids]).toEqual([2, 3, 4]);
  expect([...extended(sheet, range, 1).ids]).toEqual([1, 2]);
  expect([...extended(sheet, NONE, 3).ids]).toEqual([3]);
});

test("one more, one less, all", () => {
  const two = toggled(only(1), 3);
  expect([...two.ids]).toEqual([1, 3]);
  expect(two.lead).toBe(3);
  expect(toggled(two, 3).lead).toBe(1);
  expect(all(sheet, two).ids.size).toBe(4);
});

test("when the lead goes, the one in its place is chosen", () => {
  expect(
    kept(
      only(2),
      sheet,
      sheet.filter((cue) => cue.id !== 2),
    ).lead,
  ).toBe(3);
  expect(kept(only(4), sheet, sheet.slice(0, 3)).lead).toBe(3);
  expect(kept(only(1), sheet, []).lead).toBeNull();
  const two = toggled(only(1), 3);
  expect(
    kept(
      two,
      sheet,
      sheet.filter((cue) => cue.id !== 3),
    ).lead,
  ).toBe(1);
});
