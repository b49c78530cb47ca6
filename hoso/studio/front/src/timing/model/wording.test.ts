import { expect, test } from "vitest";
import { sheetOf, texts } from "./material";
import { matches, pattern, replace, setText } from "./wording";

const sheet = sheetOf(
  [0, 1, "병사 여러분, 병사 여러분!"],
  [1, 2, "Cost: $5 (a.b)"],
  [2, 3, "Солдаты и солдаты"],
);
const plain = { regex: false, matchCase: false };

test("words are found as they are written", () => {
  expect(matches(sheet, { ...plain, text: "병사" }).map((match) => [match.id, match.from])).toEqual([
    [1, 0],
    [1, 8],
  ]);
  expect(matches(sheet, { ...plain, text: "a.b" })).toHaveLength(1);
  expect(matches(sheet, { ...plain, text: "солдаты" })).toHaveLength(2);
  expect(matches(sheet, { ...plain, text: "солдаты", matchCase: true })).toHaveLength(1);
  expect(matches(sheet, { ...plain, text: "" })).toHaveLength(0);
});

test("Hangul in parts finds whole syllables", () => {
  expect(matches(sheet, { ...plain, text: "병사".normalize("NFD") })).toHaveLength(2);
});

test("all are replaced, or one", () => {
  const query = { ...plain, text: "병사" };
  expect(texts(replace(sheet, query, "군인"))[0]).toBe("군인 여러분, 군인 여러분!");
  const second = matches(sheet, query)[1];
  expect(second && texts(replace(sheet, query, "군인", second))[0]).toBe("병사 여러분, 군인 여러분!");
  expect(texts(replace(sheet, { ...plain, text: "$5" }, "$& $1"))[1]).toBe("Cost: $& $1 (a.b)");
});

test("a regular expression fills in its groups", () => {
  const query = { ...plain, regex: true, text: "(\\w)\\.(\\w)" };
  expect(texts(replace(sheet, query, "$2-$1 $$ $&"))[1]).toBe("Cost: $5 (b-a $ a.b)");
  expect(pattern({ ...plain, regex: true, text: "(" })).toBeNull();
  expect(replace(sheet, { ...plain, regex: true, text: "x*" }, "y")).toBe(sheet);
});

test("the same text is no edit", () => {
  expect(setText(sheet, 1, "병사 여러분, 병사 여러분!")).toBe(sheet);
  expect(texts(setText(sheet, 1, "다른"))[0]).toBe("다른");
});
