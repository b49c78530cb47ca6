// Times and pixels of the waveform. x counts from the beginning of the programme.

export class Scale {
  constructor(
    /** The whole width, in px. */
    readonly whole: number,
    /** The programme's length, in ms. */
    readonly duration: number,
  ) {}

  get perMs(): number {
    return this.duration > 0 ? this.whole / this.duration : 0;
  }

  x(time: number): number {
    return time * this.perMs;
  }

  time(x: number): number {
    return this.perMs > 0 ? x / this.perMs : 0;
  }

  /** How many ms `px` pixels are. */
  span(px: number): number {
    return this.time(px);
  }
}

/** A step between ticks of a ruler, in ms, that leaves at least `least` px between them. */
export function tickStep(scale: Scale, least: number): number {
  const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];
  return steps.find((step) => step * scale.perMs >= least) ?? 1_800_000;
}
