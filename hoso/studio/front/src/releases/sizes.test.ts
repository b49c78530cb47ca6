import { describe, expect, it } from "vitest";
import { sizeWords } from "./sizes";

describe("sizes", () => {
  it.each([
    [0, "0 byte"],
    [999, "999 byte"],
    [1000, "1 kB"],
    [12_345_678, "12.3 MB"],
    [123_456_789, "123 MB"],
    [2_500_000_000, "2.5 GB"],
  ])("%i bytes are %s", (bytes, words) => {
    expect(sizeWords(bytes, "en")).toBe(words);
  });

  it("has the language's comma and unit", () => {
    expect(sizeWords(12_345_678, "uk").replace(/\s/u, " ")).toBe("12,3 МБ");
  });
});
