// Times as people write them. All times are whole milliseconds of the programme.

/** `1:02.345`, or `1:00:02.345` from an hour on; a negative time has a minus before it. */
export function formatTime(ms: number): string {
  const whole = Math.round(Math.abs(ms));
  const seconds = Math.floor(whole / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const tail = `${pad(seconds % 60, 2)}.${pad(whole % 1000, 3)}`;
  const head = hours ? `${hours}:${pad(minutes % 60, 2)}` : `${minutes}`;
  return `${ms < 0 ? "-" : ""}${head}:${tail}`;
}

/** Seconds with two digits, as `2.40`. */
export function formatSpan(ms: number): string {
  return (ms / 1000).toFixed(2);
}

/**
 * What `text` says: `62.5`, `1:02.5`, `1:00:02,500`; null where it is no time.
 * A comma is a point. Minutes and seconds after a colon stay under 60.
 */
export function parseTime(text: string): number | null {
  const found = /^(?:(?:(\d+):)?(\d{1,2}|\d+(?=:)):)?(\d+)(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!found) return null;
  const [, hours, minutes, seconds, fraction] = found;
  const whole = Number(seconds);
  if (minutes !== undefined && whole >= 60) return null;
  if (hours !== undefined && Number(minutes) >= 60) return null;
  const thousandths = Number((fraction ?? "").padEnd(3, "0"));
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + whole) * 1000 + thousandths;
}

/** A signed span: `250`, `-1000ms`, `+1.5s`, `0,25 s`; a bare number is milliseconds. Null where it is none. */
export function parseSpan(text: string): number | null {
  const found = /^([+\-−]?)(\d+(?:[.,]\d+)?)\s*(ms|s)?$/.exec(text.trim());
  if (!found) return null;
  const [, sign, digits, unit] = found;
  const value = Number((digits ?? "").replace(",", ".")) * (unit === "s" ? 1000 : 1);
  return Math.round(sign === "-" || sign === "−" ? -value : value);
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
