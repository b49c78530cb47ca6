// Sizes as the pages say them (web/amounts.py).
import { say } from "../shared/words";

const UNITS = [
  ["gb", 1e9],
  ["mb", 1e6],
  ["kb", 1e3],
] as const;

export function size(bytes: number): string {
  const [unit, factor] = UNITS.find((each) => bytes >= each[1]) ?? ["bytes", 1];
  const value = bytes / factor;
  const digits = value >= 100 ? 0 : 1;
  const language = document.documentElement.lang;
  return say(`size-${unit}`, { n: value.toLocaleString(language, { maximumFractionDigits: digits }) });
}
