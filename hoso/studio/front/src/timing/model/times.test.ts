import { expect, test } from "vitest";
import { formatSpan, formatTime, parseSpan, parseTime } from "./times";

test("times are read as people write them", () => {
  expect(parseTime("62.5")).toBe(62_500);
  expect(parseTime("1:02.5")).toBe(62_500);
  expect(parseTime("00:01:02,500")).toBe(62_500);
  expect(parseTime(" 2:00:00.001 ")).toBe(7_200_001);
  expect(parseTime("90:05")).toBe(5_405_000);
  expect(parseTime("120:05")).toBe(7_205_000);
});

test("what is no time is refused", () => {
  for (const text of ["", "1:60", "1:60:00", "abc", "1.2.3", "-5", "1:2:3:4", "1.2345"]) {
    expect(parseTime(text), text).toBeNull();
  }
});

test("what is written is read back", () => {
  for (const ms of [0, 7, 999, 1000, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_999]) {
    expect(parseTime(formatTime(ms))).toBe(ms);
  }
  expect(formatTime(62_345)).toBe("1:02.345");
  expect(formatTime(3_662_345)).toBe("1:01:02.345");
  expect(formatTime(-250)).toBe("-0:00.250");
  expect(formatSpan(2400)).toBe("2.40");
});

test("spans have a sign and a unit", () => {
  expect(parseSpan("250")).toBe(250);
  expect(parseSpan("-1000 ms")).toBe(-1000);
  expect(parseSpan("+1.5s")).toBe(1500);
  expect(parseSpan("−0,25 s")).toBe(-250);
  expect(parseSpan("soon")).toBeNull();
});
