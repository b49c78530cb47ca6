// The timing routes of one message, language and voice.

import { send } from "../../shared/send";
import { bare, type Words } from "../model/cues";
import type { Checked, Peaks, Saved, Timing } from "./contract";

/** More than this the browser does not send when the page goes. */
const KEEPALIVE_BYTES = 60_000;

export class Api {
  private readonly query: string;

  constructor(
    /** `/api/messages/{name}/timing` */
    private readonly root: string,
    readonly language: string,
    readonly voice: string,
  ) {
    this.query = `?voice=${encodeURIComponent(voice)}`;
  }

  whole(): Promise<Timing> {
    return send(this.path());
  }

  /** The same message in another language. */
  beside(language: string): Promise<Timing> {
    return new Api(this.root, language, this.voice).whole();
  }

  async version(): Promise<string> {
    return (await send<{ version: string }>(this.path("/version"))).version;
  }

  /** Save `cues`, which were made from `base`. `leaving`: the page goes away meanwhile. */
  save(base: string, cues: readonly Words[], leaving = false): Promise<Saved> {
    const body = { base, cues: bare(cues) };
    const keepalive = leaving && new Blob([JSON.stringify(body)]).size < KEEPALIVE_BYTES;
    return send(this.path(), { method: "PUT", body, keepalive });
  }

  check(cues: readonly Words[], signal: AbortSignal): Promise<Checked> {
    return send(this.path("/check"), { method: "POST", body: { cues: bare(cues) }, signal });
  }

  /** The ASS document of the whole programme. */
  async picture(cues: readonly Words[], shape: string, signal: AbortSignal): Promise<string> {
    const body = { cues: bare(cues), shape };
    return (await send<{ ass: string }>(this.path("/picture"), { method: "POST", body, signal })).ass;
  }

  resolve(line: string, use: "edited" | "generated"): Promise<Saved> {
    return send(this.path("/resolve"), { method: "POST", body: { line, use } });
  }

  /** The cues of an earlier version. */
  async earlier(id: string): Promise<readonly Words[]> {
    return (await send<{ cues: Words[] }>(this.path(`/history/${encodeURIComponent(id)}`))).cues;
  }

  peaks(url: string): Promise<Peaks> {
    return send(url);
  }

  private path(below = ""): string {
    return `${this.root}/${this.language}${below}${this.query}`;
  }
}
