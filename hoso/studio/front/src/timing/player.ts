// Playing: from here on, a stretch of it, around an edge, again and again. Times in ms.

/** A stretch that is played; the cursor goes back to `home` at its end. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly home: number;
}

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

export class Player {
  loop = false;
  private stretch: Stretch | null = null;
  private readonly listeners: (() => void)[] = [];
  private ticking = false;

  constructor(
    readonly video: HTMLVideoElement,
    private readonly fps: number,
    private readonly duration: number,
  ) {
    video.addEventListener("play", () => this.tick());
    for (const name of ["play", "pause", "seeked", "ratechange", "loadeddata"]) {
      video.addEventListener(name, () => this.tell());
    }
    video.addEventListener("ended", () => this.atEnd());
  }

  /** When the frame that is shown begins. */
  get time(): number {
    const frame = Math.floor((this.video.currentTime * 1000 * this.fps) / 1000 + 0.01);
    return Math.round((frame * 1000) / this.fps);
  }

  /** The time to the millisecond, for what moves. */
  get position(): number {
    return this.video.currentTime * 1000;
  }

  get playing(): boolean {
    return !this.video.paused && !this.video.ended;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  seek(time: number): void {
    this.stretch = null;
    this.place(time);
    this.tell();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  play(): void {
    this.stretch = null;
    if (this.video.ended) this.place(0);
    void this.video.play().catch(() => undefined);
  }

  pause(): void {
    this.stretch = null;
    this.video.pause();
  }

  /** Play [from, to) and come back; when that is what plays, stop. */
  playStretch(from: number, to: number): void {
    const [first, last] = [Math.max(0, from), Math.min(this.duration, to)];
    if (last <= first) return;
    if (this.playing && this.stretch?.from === first && this.stretch.to === last) {
      this.pause();
      return;
    }
    const home = this.stretch && this.playing ? this.stretch.home : this.time;
    this.stretch = { from: first, to: last, home };
    this.place(first);
    void this.video.play().catch(() => undefined);
  }

  step(frames: number): void {
    this.pause();
    const frame = Math.round((this.time * this.fps) / 1000) + frames;
    this.place((frame * 1000) / this.fps);
    this.tell();
  }

  skip(by: number): void {
    this.place(this.position + by);
    this.tell();
  }

  /** One rate up (1) or down (-1). */
  faster(way: 1 | -1): void {
    const now = RATES.findIndex((rate) => rate >= this.video.playbackRate);
    this.video.playbackRate = RATES[Math.min(RATES.length - 1, Math.max(0, now + way))] ?? 1;
  }

  /** Into the frame that is shown at `time`, clear of its edges. */
  private place(time: number): void {
    const inside = Math.min(Math.max(0, time), this.duration - 1000 / this.fps);
    const frame = Math.round((inside * this.fps) / 1000);
    this.video.currentTime =
      (Math.abs((frame * 1000) / this.fps - inside) < 1 ? frame + 0.25 : (inside * this.fps) / 1000) /
      this.fps;
  }

  private tick(): void {
    if (this.ticking) return;
    this.ticking = true;
    const turn = () => {
      if (!this.playing) {
        this.ticking = false;
        return;
      }
      if (this.stretch && this.position >= this.stretch.to) this.atEnd();
      this.tell();
      requestAnimationFrame(turn);
    };
    requestAnimationFrame(turn);
  }

  private atEnd(): void {
    const stretch = this.stretch;
    if (stretch && this.loop) {
      this.place(stretch.from);
      if (this.video.paused) void this.video.play().catch(() => undefined);
    } else if (stretch) {
      this.stretch = null;
      this.video.pause();
      this.place(stretch.home);
    } else if (this.loop) {
      this.place(0);
      void this.video.play().catch(() => undefined);
    }
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
