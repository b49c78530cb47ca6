// Sizes as the server says them (hoso/studio/releases/amounts.py): decimal units, three digits at most.

const UNITS: readonly (readonly [string, number])[] = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
];

/** `bytes` in words, in the page's language. */
export function sizeWords(bytes: number, language = document.documentElement.lang): string {
  const [unit, factor] = UNITS.find(([, least]) => bytes >= least) ?? ["byte", 1];
  const value = bytes / factor;
  const digits = value >= 100 || factor === 1 ? 0 : 1;
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, style).format(value);
}
