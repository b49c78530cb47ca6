// A long list of rows of one height: only those in sight are in the page.

/** Rows kept above and below what is in sight, so that scrolling has them ready. */
const SPARE = 6;

/** The range [first, last) of rows to draw. */
export function rowsInSight(
  top: number,
  height: number,
  row: number,
  count: number,
): [first: number, last: number] {
  const first = Math.max(0, Math.floor(top / row) - SPARE);
  const last = Math.min(count, Math.ceil((top + height) / row) + SPARE);
  return [Math.min(first, last), last];
}

/** Put the rows into `space` in this order; the one that `stays` is not moved, and keeps the focus. */
export function arrange(space: Element, rows: readonly Element[], stays: Element | undefined): void {
  // From the middle, else: rows come and go at both ends.
  const still = Math.max(0, stays ? rows.indexOf(stays) : rows.length >> 1);
  const first = rows[still];
  if (first && first.parentElement !== space) space.append(first);
  for (let place = still - 1; place >= 0; place -= 1) {
    const [row, next] = [rows[place], rows[place + 1]];
    if (row && next && row.nextElementSibling !== next) next.before(row);
  }
  for (let place = still + 1; place < rows.length; place += 1) {
    const [row, before] = [rows[place], rows[place - 1]];
    if (row && before && row.previousElementSibling !== before) before.after(row);
  }
}

/** Where to scroll so that a row is in sight with one beside it; the same place where it is. */
export function scrolledTo(index: number, top: number, height: number, row: number, count: number): number {
  const low = (index - 1) * row;
  const high = (index + 2) * row - height;
  if (top > low) return Math.max(0, low);
  if (top < high) return Math.min(high, Math.max(0, count * row - height));
  return top;
}
