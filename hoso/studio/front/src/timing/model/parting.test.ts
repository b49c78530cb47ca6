import { expect, test } from "vitest";
import { ROOM, sheetOf, texts, times } from "./material";
import { merge, split, splitText } from "./parting";

test("text is cut at the word boundary nearest to its share of the letters", () => {
  expect(splitText("우크라이나는 여러분에게 잠자리와", 0.5)).toEqual(["우크라이나는", "여러분에게 잠자리와"]);
  expect(splitText("우크라이나는 여러분에게\n잠자리와", 0.7)).toEqual([
    "우크라이나는 여러분에게",
    "잠자리와",
  ]);
  expect(splitText("항복하십시오!", 0.5)).toBeNull();
  expect(splitText(" a", 0.5)).toBeNull();
});

test("a mark that is cut is whole in both", () => {
  expect(splitText("가 <b>나 다</b> 라", 0.5)).toEqual(["가 <b>나</b>", "<b>다</b> 라"]);
});

test("a cue is split with the least gap, and one word stands in both", () => {
  const sheet = sheetOf([0, 4000, "하나 두울 세엣 네엣"], [5000, 6000, "끝"]);
  const after = split(sheet, 1, 2000, 9, ROOM);
  expect(texts(after)).toEqual(["하나 두울", "세엣 네엣", "끝"]);
  expect(times(after).slice(0, 2)).toEqual([
    [0, 1920],
    [2000, 4000],
  ]);
  expect(after.map((cue) => cue.id)).toEqual([1, 9, 2]);
  expect(texts(split(sheet, 2, 5500, 9, ROOM))).toEqual(["하나 두울 세엣 네엣", "끝", "끝"]);
  expect(split(sheet, 1, 4500, 9, ROOM)).toBe(sheet);
});

test("cues are merged with all that lies between them", () => {
  const sheet = sheetOf([0, 1000, "하나"], [1080, 2000, "둘"], [2080, 3000, "셋"]);
  expect(texts(merge(sheet, new Set([1, 2]), 2))).toEqual(["하나\n둘", "셋"]);
  const whole = merge(sheet, new Set([1, 3]), 2);
  expect(texts(whole)).toEqual(["하나 둘 셋"]);
  expect(times(whole)).toEqual([[0, 3000]]);
  expect(merge(sheet, new Set([2]), 2)).toBe(sheet);
});

test("splitting and merging lose no word and no mark", () => {
  const sheet = sheetOf([0, 4000, "<b>하나 둘</b> 셋 넷"]);
  const parted = split(sheet, 1, 1000, 9, ROOM);
  expect(texts(parted)).toEqual(["<b>하나</b>", "<b>둘</b> 셋 넷"]);
  expect(texts(merge(parted, new Set([1, 9]), 1))).toEqual(["<b>하나 둘</b> 셋 넷"]);
});
