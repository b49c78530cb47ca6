// Sizes as the pages say them (amounts.py).
import { say } from "../shared/words";

const UNITS = [
  ["gb", 1e9],
  ["mb", 1e6],
  ["kb", 1e3],
] as const;

export function size(bytes: number): string {
  for (const [unit, factor] of UNITS)
    if (bytes >= factor) {
      const value = bytes / factor;
      return say(`messages-files-size-${unit}`, { n: value >= 100 ? Math.round(value) : value.toFixed(1) });
    }
  return say("messages-files-size-bytes", { n: bytes });
}
