// The check while somebody types: marks at the lines, and a list that leads to them.
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { coded } from "../shared/backticks";
import { type Problem, Refused, send } from "../shared/send";
import { say } from "../shared/words";
import { type Desk, element } from "./data";

const PAUSE_MS = 500;
const LEVELS = { error: "error", warning: "warning", hint: "info" } as const;
const TONES = { error: "bad", warning: "wait", hint: "" } as const;

export class Checker {
  private timer = 0;
  private running: AbortController | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly desk: Desk,
  ) {}

  /** Check what is written, once nobody has typed for a moment. */
  soon(pause = PAUSE_MS): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.timer = window.setTimeout(() => void this.check(), pause);
  }

  /** Show `problems` of what is written now. */
  show(problems: readonly Problem[]): void {
    const sorted = problems.toSorted((one, other) => rank(one) - rank(other));
    const own = sorted.filter((problem) => this.isOwn(problem));
    const { state } = this.view;
    this.view.dispatch(
      setDiagnostics(
        state,
        own.map((problem) => diagnostic(problem, state.doc)),
      ),
    );
    element("problems").replaceChildren(...sorted.map((problem) => this.row(problem)));
    const errors = problems.filter((problem) => problem.level === "error").length;
    const rest = problems.length - errors;
    const told = [
      errors > 0 ? say("messages-script-errors", { n: errors }) : "",
      rest > 0 ? say("messages-script-warnings", { n: rest }) : "",
    ].filter(Boolean);
    this.tell(
      told.join(", ") || say("messages-script-fine"),
      errors > 0 ? "bad" : rest > 0 ? "wait" : "good",
    );
  }

  private async check(): Promise<void> {
    const text = this.view.state.doc.toString();
    const mine = new AbortController();
    this.running = mine;
    this.tell(say("messages-script-checking"), "");
    try {
      const wish = { method: "POST", text, signal: mine.signal } as const;
      const { problems } = await send<{ problems: readonly Problem[] }>(this.desk.check, wish);
      if (!mine.signal.aborted) this.show(problems);
    } catch (error) {
      if (mine.signal.aborted) return;
      if (error instanceof Refused) this.show(error.problems);
      else this.tell(say("messages-script-unchecked"), "wait");
    }
  }

  private tell(text: string, tone: string): void {
    const verdict = element("verdict");
    verdict.textContent = text;
    verdict.className = `badge ${tone}`;
  }

  private isOwn(problem: Problem): boolean {
    return problem.file === this.desk.file && problem.line !== null;
  }

  private row(problem: Problem): HTMLLIElement {
    const row = document.createElement("li");
    row.lang = "en";
    const head = document.createElement("div");
    head.className = "row small";
    head.append(badge(problem), this.isOwn(problem) ? this.leading(problem) : elsewhere(problem));
    const message = document.createElement("p");
    message.className = "strong";
    message.append(...coded(problem.message));
    row.append(head, message);
    if (problem.remedy) {
      const remedy = document.createElement("p");
      remedy.className = "small";
      remedy.append(...coded(problem.remedy));
      row.append(remedy);
    }
    return row;
  }

  private leading(problem: Problem): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small quiet";
    button.textContent = say("messages-script-line", { n: problem.line ?? 1 });
    button.addEventListener("click", () => {
      const { from } = range(problem, this.view.state.doc);
      this.view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      this.view.focus();
    });
    return button;
  }
}

function badge(problem: Problem): HTMLSpanElement {
  const found = document.createElement("span");
  found.className = `badge ${TONES[problem.level]}`;
  found.textContent = say(`messages-script-level-${problem.level}`);
  return found;
}

function elsewhere(problem: Problem): HTMLElement {
  const place = `${problem.file ?? ""}${problem.line === null ? "" : `:${problem.line}`}`;
  const found = document.createElement(problem.file === "hoso.yaml" ? "a" : "span");
  if (found instanceof HTMLAnchorElement) found.href = "/settings";
  found.className = "mono";
  found.textContent = place;
  return found;
}

const rank = (problem: Problem): number =>
  ["error", "warning", "hint"].indexOf(problem.level) * 1e6 + (problem.line ?? 0);

const diagnostic = (problem: Problem, text: Text): Diagnostic => ({
  ...range(problem, text),
  severity: LEVELS[problem.level],
  message: [problem.message, problem.remedy].filter(Boolean).join("\n"),
});

/** The word at a problem's place; the server counts whole characters, the editor halves of UTF-16. */
export function range(problem: Pick<Problem, "line" | "column">, text: Text): { from: number; to: number } {
  const line = text.line(Math.min(Math.max(problem.line ?? 1, 1), text.lines));
  const before = Array.from(line.text)
    .slice(0, Math.max((problem.column ?? 1) - 1, 0))
    .join("").length;
  const from = line.from + Math.min(before, line.length);
  const word = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,{}[\]]+)/.exec(line.text.slice(before))?.[0].length ?? 0;
  return { from, to: Math.min(from + Math.max(word, 1), line.to) };
}
