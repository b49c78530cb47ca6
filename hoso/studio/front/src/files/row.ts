// A file on its way, as a row: how far it is, what went wrong, what can be done about it.
import type { Problem } from "../shared/send";
import { say } from "../shared/words";
import { size } from "./sizes";
import { type Clash, type Outcome, upload, type Wish } from "./uploading";

/** Told on the body when the files in the studio are others than before. */
export const FILES_CHANGED = "files-changed";

export class Row {
  readonly element = document.createElement("li");
  private readonly meter = document.createElement("progress");
  private readonly told = document.createElement("p");
  private readonly bar = document.createElement("div");
  private going: { readonly abort: () => Promise<void> } | undefined;

  constructor(
    private readonly wish: Wish,
    private readonly turn: Turn,
  ) {
    const name = document.createElement("p");
    name.className = "row";
    const strong = document.createElement("span");
    strong.className = "strong cut";
    strong.textContent = wish.name;
    const amount = document.createElement("span");
    amount.className = "small muted number";
    amount.textContent = size(wish.file.size);
    name.append(strong, amount);
    this.meter.className = "meter";
    this.meter.max = Math.max(wish.file.size, 1);
    this.meter.value = 0;
    this.meter.setAttribute("aria-label", wish.name);
    this.told.className = "small";
    this.bar.className = "toolbar";
    this.element.append(name, this.meter, this.told, this.bar);
  }

  /** Send it when it is its turn. */
  async begin(clash: Clash = this.wish.clash): Promise<void> {
    this.meter.hidden = false;
    this.say(say("messages-files-queued"));
    this.offer([["messages-files-cancel", "quiet", () => void this.cancel()]]);
    await this.turn.take();
    if (!this.element.isConnected) {
      this.turn.give();
      return;
    }
    this.say(say("messages-files-sending"));
    this.going = upload(
      { ...this.wish, clash },
      {
        progress: (sent, total) => this.progress(sent, total),
        waiting: () => this.say(say("messages-files-waiting"), "wait"),
        done: (outcome) => this.end(() => this.done(outcome)),
        refused: (problems, free) => this.end(() => this.refused(problems, free)),
        broken: () => this.end(() => this.broken()),
      },
    );
  }

  private progress(sent: number, total: number): void {
    this.meter.value = sent;
    const key = sent < total ? "messages-files-sent" : "messages-files-looking";
    this.say(say(key, { sent: size(sent), total: size(total) }));
  }

  private async cancel(): Promise<void> {
    const going = this.going;
    this.element.remove();
    if (!going) return;
    this.going = undefined;
    this.turn.give();
    await going.abort().catch(() => undefined);
  }

  private end(show: () => void): void {
    if (!this.going) return;
    this.going = undefined;
    this.turn.give();
    this.meter.hidden = true;
    show();
  }

  private done(outcome: Outcome): void {
    const notes = [
      outcome.renamed ? say("messages-files-renamed", { name: outcome.name }) : say("messages-files-arrived"),
      outcome.replaced ? say("messages-files-replaced") : "",
      outcome.traces.length > 0
        ? say("messages-files-tells", {
            what: outcome.traces.map((trace) => say(`messages-files-trace-${trace}`)).join(", "),
          })
        : "",
    ];
    this.say(notes.filter(Boolean).join(" "), outcome.traces.length > 0 ? "wait" : "good");
    this.offer([["messages-files-dismiss", "quiet", () => this.element.remove()]]);
    document.body.dispatchEvent(new Event(FILES_CHANGED));
  }

  private refused(problems: readonly Problem[], free: string | null): void {
    if (free === null) {
      const told = problems
        .map(({ message, remedy }) => [message, remedy].filter(Boolean).join(". "))
        .join("\n");
      this.say(told || say("messages-files-failed"), "bad");
      this.told.lang = told ? "en" : document.documentElement.lang;
      this.offer([["messages-files-dismiss", "quiet", () => this.element.remove()]]);
      return;
    }
    this.say(
      say(this.wish.message ? "messages-files-line-taken" : "messages-files-taken", {
        name: this.wish.name,
        free,
      }),
      "wait",
    );
    this.offer([
      ...(this.wish.message
        ? []
        : [["messages-files-keep-both", "", () => void this.begin("number")] as Offer]),
      ["messages-files-replace", "", () => void this.begin("replace")],
      ["messages-files-skip", "quiet", () => this.element.remove()],
    ]);
  }

  private broken(): void {
    this.say(say("messages-files-broken"), "bad");
    this.offer([
      ["messages-files-again", "", () => void this.begin()],
      ["messages-files-dismiss", "quiet", () => this.element.remove()],
    ]);
  }

  private say(text: string, tone = ""): void {
    this.told.textContent = text;
    this.told.dataset["tone"] = tone;
    this.told.lang = document.documentElement.lang;
  }

  private offer(offers: readonly Offer[]): void {
    this.bar.replaceChildren(
      ...offers.map(([key, looks, act]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = `button small ${looks}`;
        button.textContent = say(key);
        button.addEventListener("click", act);
        return button;
      }),
    );
  }
}

type Offer = readonly [key: string, looks: string, act: () => void];

/** Who may send: a few at once, the others in order. */
export class Turn {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}
