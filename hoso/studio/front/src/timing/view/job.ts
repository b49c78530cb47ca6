// A job that somebody waits for: its button, then how far it is, then what came of it.

import { Refused } from "../../shared/send";
import { toast } from "../../shared/toast";
import { say } from "../../shared/words";
import { cancelJob, followJob, type Job, type Progress, type Wish, wishFor } from "../net/jobs";
import { button } from "./controls";
import { h, setText } from "./dom";

export interface JobHost {
  /** The part of the words that name what is done: `render` or `prepare`. */
  readonly name: "render" | "prepare";
  readonly wish: Wish;
  /** Before it is asked for: everything saved. */
  before(): Promise<void>;
  done(job: Job): void;
}

export class JobButton {
  readonly element = h("div", { class: "job" });
  private readonly start: HTMLButtonElement;
  private readonly meter = h("progress", { class: "meter", max: 1 });
  private readonly told = h("a", { class: "small number" });
  private running = 0;

  constructor(private readonly host: JobHost) {
    this.start = button(say(`timing-${host.name}`), () => void this.go(), {
      text: say(`timing-${host.name}`),
      class: "primary",
    });
    this.meter.setAttribute("aria-label", say(`timing-${host.name}-going`));
    this.idle();
  }

  private idle(): void {
    this.running = 0;
    this.element.replaceChildren(this.start);
  }

  private async go(): Promise<void> {
    this.start.disabled = true;
    try {
      await this.host.before();
      const job = await wishFor(this.host.wish);
      this.running = job.id;
      this.follow(job.id);
      this.ended(await followJob(job.id, (progress) => this.draw(progress)));
    } catch (error) {
      toast(error instanceof Refused && error.message ? error.message : say("timing-job-lost"), "bad");
    } finally {
      this.start.disabled = false;
      this.idle();
    }
  }

  private follow(id: number): void {
    this.told.href = `/jobs/${id}`;
    const stop = button(say("timing-job-stop"), () => void cancelJob(this.running), {
      icon: "close",
      class: "quiet",
    });
    this.meter.removeAttribute("value");
    setText(this.told, say(`timing-${this.host.name}-going`));
    this.element.replaceChildren(this.meter, this.told, stop);
  }

  private draw(progress: Progress): void {
    const stage = progress.stages.find((each) => each.done < each.total) ?? progress.stages.at(-1);
    if (progress.state === "queued" || !stage) {
      this.meter.removeAttribute("value");
      setText(
        this.told,
        progress.ahead
          ? say("timing-job-waits", { count: progress.ahead })
          : say(`timing-${this.host.name}-going`),
      );
      return;
    }
    // A stage is one of several that nobody has counted yet: what is seen is the one that goes on.
    this.meter.value = stage.total ? stage.done / stage.total : 0;
    const left = stage.left === null ? "" : say("timing-job-left", { seconds: Math.ceil(stage.left) });
    setText(
      this.told,
      [say("timing-job-step", { done: stage.done, total: stage.total }), left].filter(Boolean).join(" · "),
    );
  }

  private ended(job: Job): void {
    const name = this.host.name;
    if (job.state === "done") toast(say(`timing-${name}-done`), "good");
    else if (job.state === "cancelled") toast(say("timing-job-stopped"), "wait");
    else
      toast(
        [say(`timing-${name}-failed`), ...job.problems.map((problem) => problem.message)].join("\n"),
        "bad",
      );
    this.host.done(job);
  }
}
