// Where the cursor is in a YAML text that may be half written: the keys that lead there, and what stands
// around it. Read by indentation and brackets, because a text that is being typed is seldom whole.

export interface Place {
  /** The keys from the outside in; positions in lists go unsaid. */
  readonly path: readonly string[];
  /** What is to be completed: a key, or a value (of the last key of `path`). */
  readonly kind: "key" | "value";
  /** What is written of it, quotes included. */
  readonly partial: string;
  /** The keys that stand beside it. */
  readonly siblings: readonly string[];
  /** Whether it may as well be an item of a list that begins here: `- tele`. */
  readonly item: boolean;
}

interface Level {
  readonly column: number;
  readonly key: string;
}

interface Bracket {
  readonly kind: "{" | "[";
  readonly keys: string[];
  /** The key whose value is being written. */
  key: string | null;
  /** What is written since the last mark. */
  partial: string;
}

const DASHES = /^((?:-[ \t]+)*(?:-$)?)/;
const KEY =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#'"{}[\],&*!|>%@`-][^#:]*|-[^\s#:][^#:]*)):(?=\s|$)/;

/** The place behind `before`, with `after` following. */
export function placeAt(before: string, after: string): Place | null {
  const lines = before.split("\n");
  const levels: Level[] = [];
  const brackets: Bracket[] = [];
  let prose = -1; // the column of the key whose text goes over several lines
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    if (brackets.length > 0) {
      scan(line, brackets);
      continue;
    }
    const column = line.length - line.trimStart().length;
    if (prose >= 0 && (column > prose || (!last && line.trim() === ""))) {
      if (last) return null;
      continue;
    }
    prose = -1;
    const body = line.trimStart();
    if (body === "" && !last) continue;
    if (body.startsWith("#")) {
      if (last) return null;
      continue;
    }
    const dashes = DASHES.exec(body)?.[1] ?? "";
    const rest = body.slice(dashes.length);
    const at = column + dashes.length;
    // A dash parts the items: what was said in the one before is over.
    while (
      levels.length > 0 &&
      (levels.at(-1) as Level).column >= (dashes ? column + (at > column ? 1 : 0) : at)
    )
      levels.pop();
    const found = KEY.exec(rest);
    if (!found) {
      if (!last) {
        if (/^[{[]/.test(rest)) scan(rest, brackets);
        continue;
      }
      if (/^[{[]/.test(rest)) {
        scan(rest, brackets);
        break;
      }
      const path = levels.map((level) => level.key);
      return { path, kind: "key", partial: rest, siblings: around(lines, after, at), item: dashes !== "" };
    }
    const key = found[1] ?? found[2] ?? found[3] ?? "";
    levels.push({ column: at, key });
    const value = rest.slice(found[0].length).trimStart();
    if (/^[|>][-+0-9]*\s*(#.*)?$/.test(value)) prose = column;
    else if (/^[{[]/.test(value)) scan(value, brackets);
    if (last && brackets.length === 0) {
      if (prose >= 0 || comments(value) || rest.length === found[0].length) return null;
      return {
        path: levels.map((level) => level.key),
        kind: "value",
        partial: value,
        siblings: [],
        item: false,
      };
    }
  }
  return inBrackets(levels, brackets);
}

function inBrackets(levels: readonly Level[], brackets: readonly Bracket[]): Place | null {
  const inner = brackets.at(-1);
  if (!inner) return null;
  const keys = brackets.slice(0, -1).map((bracket) => bracket.key);
  const path = [...levels.map((level) => level.key), ...keys.filter((key) => key !== null)];
  const partial = inner.partial.trimStart();
  if (inner.kind === "{" && inner.key === null)
    return { path, kind: "key", partial, siblings: inner.keys, item: false };
  const whole = inner.key === null ? path : [...path, inner.key];
  return { path: whole, kind: "value", partial, siblings: inner.keys, item: inner.kind === "[" };
}

/** Read on in brackets, over one line. */
function scan(line: string, brackets: Bracket[]): void {
  let quote = "";
  for (let index = 0; index < line.length; index++) {
    const letter = line[index] as string;
    const inner = brackets.at(-1);
    if (quote) {
      if (inner) inner.partial += letter;
      if (letter === "\\" && quote === '"') index++;
      else if (letter === quote) quote = "";
    } else if ((letter === '"' || letter === "'") && inner?.partial.trim() === "") {
      quote = letter;
      inner.partial += letter;
    } else if (letter === "#" && (index === 0 || /\s/.test(line[index - 1] as string))) return;
    else if (letter === "{" || letter === "[")
      brackets.push({ kind: letter, keys: [], key: null, partial: "" });
    else if (letter === "}" || letter === "]") {
      brackets.pop();
      const outer = brackets.at(-1);
      if (outer) outer.partial = "";
      else return;
    } else if (letter === "," && inner) {
      inner.key = null;
      inner.partial = "";
    } else if (
      letter === ":" &&
      inner?.kind === "{" &&
      inner.key === null &&
      /[\s,{}[\]]|$/.test(line[index + 1] ?? "")
    ) {
      inner.key = inner.partial.trim().replace(/^(["'])(.*)\1$/, "$2");
      inner.keys.push(inner.key);
      inner.partial = "";
    } else if (inner) inner.partial += letter;
  }
}

/** The keys at `column` in the same group: above the cursor's line and below it. */
function around(lines: readonly string[], after: string, column: number): string[] {
  const found: string[] = [];
  const take = (line: string): boolean => {
    const dash = DASHES.exec(line.trimStart())?.[1] ?? "";
    const begin = line.length - line.trimStart().length;
    const at = begin + dash.length;
    if (line.trim() === "" || line.trimStart().startsWith("#")) return true;
    if (at < column) return false;
    const key = at === column ? KEY.exec(line.slice(at)) : null;
    if (key) found.push(key[1] ?? key[2] ?? key[3] ?? "");
    return dash === "" || at !== column;
  };
  const own = lines.at(-1) ?? "";
  const ownDash = DASHES.exec(own.trimStart())?.[1] ?? "";
  for (let index = lines.length - 2; index >= 0 && ownDash === ""; index--)
    if (!take(lines[index] as string)) break;
  for (const line of after.split("\n").slice(1)) {
    const dash = DASHES.exec(line.trimStart())?.[1] ?? "";
    if (dash !== "" && line.length - line.trimStart().length + dash.length <= column) break;
    if (!take(line)) break;
  }
  return found;
}

const comments = (value: string): boolean => /^#|\s#/.test(value);
