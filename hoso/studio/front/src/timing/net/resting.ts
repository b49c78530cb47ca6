// Questions to the server that follow the work: asked when the hand rests, the newest answer counts.

/** Calls `ask` once `delay` ms have passed since the last call; a newer one cancels what is on its way. */
export class Resting {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flying: AbortController | null = null;

  constructor(
    private readonly delay: number,
    private readonly ask: (signal: AbortSignal) => Promise<void>,
  ) {}

  later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), this.delay);
  }

  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.flying?.abort();
    const flying = new AbortController();
    this.flying = flying;
    try {
      await this.ask(flying.signal);
    } catch {
      // An answer that does not come leaves what is shown as it is; the next change asks again.
    } finally {
      if (this.flying === flying) this.flying = null;
    }
  }
}
