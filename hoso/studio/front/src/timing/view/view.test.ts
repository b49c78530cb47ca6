import { expect, test } from "vitest";
import { sheetOf } from "../model/material";
import { placed } from "./beside";
import { differing } from "./comparing";
import { rowsInSight, scrolledTo } from "./virtual";

test("rows in sight have some to spare, and no more", () => {
  expect(rowsInSight(0, 460, 46, 3000)).toEqual([0, 16]);
  expect(rowsInSight(46_000, 460, 46, 3000)).toEqual([994, 1016]);
  expect(rowsInSight(0, 460, 46, 3)).toEqual([0, 3]);
  expect(rowsInSight(99_999, 460, 46, 10)).toEqual([10, 10]);
});

test("a row comes into sight with one beside it; one in sight stays", () => {
  expect(scrolledTo(5, 0, 460, 46, 100)).toBe(0);
  expect(scrolledTo(50, 0, 460, 46, 100)).toBe(52 * 46 - 460);
  expect(scrolledTo(3, 1000, 460, 46, 100)).toBe(92);
  expect(scrolledTo(99, 0, 460, 46, 100)).toBe(100 * 46 - 460);
});

test("another language's cues stand where they begin, each once", () => {
  const rows = sheetOf([0, 1000], [1100, 2000], [5000, 6000]);
  const others = sheetOf([100, 1900, "a"], [2100, 3000, "b"], [4000, 5500, "c"], [5600, 6000, "d"]);
  expect([...placed(rows, others)]).toEqual([
    [0, ["a"]],
    [1, ["b"]],
    [2, ["c", "d"]],
  ]);
  expect(placed([], others).size).toBe(0);
});

test("only what differs is compared", () => {
  const [a, b] = [sheetOf([0, 1, "x"], [2, 3, "y"]), sheetOf([0, 1, "x"], [2, 4, "y"])];
  const { left, right, alike } = differing(a, b);
  expect([left.length, right.length, alike]).toEqual([1, 1, 1]);
});
