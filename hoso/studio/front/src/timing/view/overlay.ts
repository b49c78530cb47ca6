// The very ASS that is burned, drawn over the video by the same library in the same fonts.

import JASSUB from "jassub";
import type { Cue, Sheet } from "../model/cues";

/** What JASSUB tells of an event; times in ms. */
interface Drawn {
  readonly Start: number;
  readonly Duration: number;
  readonly Name: string;
}

/** More than this is not moved event by event: the server's document is awaited. */
const MOVED_AT_ONCE = 60;

export class Overlay {
  private readonly jassub: JASSUB;
  private events: Drawn[] = [];
  /** The cues that the events' names count. */
  private cues: Sheet = [];
  private byCue = new Map<number, number[]>();
  private shifted = new Set<number>();
  /** What is to be drawn next; the newest of each counts. */
  private wanted: { ass: string; cues: Sheet } | null = null;
  private moved: Sheet | null = null;
  private working: Promise<void>;
  private idle = false;
  /** JASSUB breaks when it is asked to draw before it has loaded. */
  private ready = false;

  constructor(
    private readonly video: HTMLVideoElement,
    fonts: readonly string[],
    ass: string,
    cues: Sheet,
  ) {
    this.jassub = new JASSUB({
      video,
      subContent: ass,
      fonts: [...fonts],
      queryFonts: false,
      // Never loaded: every style names a font that is among the given ones.
      defaultFont: "none",
    });
    this.working = this.jassub.ready
      .then(() => {
        this.ready = true;
        return this.learn(cues);
      })
      .then(() => this.work());
  }

  /** Another document: `cues` are those whose index stands in its events' names. */
  show(ass: string, cues: Sheet): Promise<void> {
    this.wanted = { ass, cues };
    return this.wake();
  }

  /** Move what is drawn along with cues whose times have changed, until the server has drawn anew. */
  follow(sheet: Sheet): void {
    this.moved = sheet;
    void this.wake();
  }

  repaint(): void {
    const { videoWidth: width, videoHeight: height, currentTime } = this.video;
    if (!width || !this.ready) return;
    void this.jassub.manualRender(
      { mediaTime: currentTime, width, height, expectedDisplayTime: performance.now() },
      true,
    );
  }

  destroy(): void {
    void this.jassub.destroy();
  }

  private wake(): Promise<void> {
    if (this.idle) this.working = this.work();
    return this.working;
  }

  private async work(): Promise<void> {
    this.idle = false;
    while (this.wanted || this.moved) {
      const [wanted, moved] = [this.wanted, this.moved];
      this.wanted = this.moved = null;
      if (wanted) {
        await this.jassub.renderer.setTrack(wanted.ass);
        await this.learn(wanted.cues);
      }
      if (moved) await this.moveAll(moved);
    }
    this.idle = true;
  }

  private async learn(cues: Sheet): Promise<void> {
    this.cues = cues;
    this.shifted.clear();
    this.events = (await this.jassub.renderer.getEvents()) as unknown as Drawn[];
    this.byCue = new Map();
    this.events.forEach((event, index) => {
      const cue = event.Name ? cues[Number(event.Name)] : undefined;
      if (cue) this.byCue.set(cue.id, [...(this.byCue.get(cue.id) ?? []), index]);
    });
    this.repaint();
  }

  private async moveAll(sheet: Sheet): Promise<void> {
    const now = new Map(sheet.map((cue) => [cue.id, cue]));
    const other = this.cues.filter((cue) => {
      const seen = now.get(cue.id);
      const differs = seen !== undefined && (seen.start !== cue.start || seen.end !== cue.end);
      return differs || this.shifted.has(cue.id);
    });
    if (!other.length || other.length > MOVED_AT_ONCE) return;
    await Promise.all(other.map((cue) => this.move(cue, now.get(cue.id) ?? cue)));
    this.repaint();
  }

  /** A fade is several events: those in the first half go with the start, the others with the end. */
  private async move(was: Cue, now: Cue): Promise<void> {
    const place = (time: number) =>
      time - was.start <= was.end - time ? time + now.start - was.start : time + now.end - was.end;
    const events = this.byCue.get(was.id) ?? [];
    await Promise.all(
      events.map((index) => {
        const event = this.events[index] as Drawn;
        const start = place(event.Start);
        const end = Math.max(start, place(event.Start + event.Duration));
        return this.jassub.renderer.setEvent(
          { ...event, Start: start, Duration: end - start } as never,
          index,
        );
      }),
    );
    if (was.start === now.start && was.end === now.end) this.shifted.delete(was.id);
    else this.shifted.add(was.id);
  }
}
