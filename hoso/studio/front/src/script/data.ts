// What the server put on the page (script_pages.py), and what it answers.
import type { Problem } from "../shared/send";

export interface Desk {
  readonly text: string;
  readonly stamp: string;
  /** The file's name in the project, as problems have it. */
  readonly file: string;
  /** Where it is saved, checked and completed from. */
  readonly save: string;
  readonly check: string;
  readonly completion: string;
  readonly document: "message" | "settings";
  readonly maySave: boolean;
}

export interface Written {
  readonly text: string;
  readonly stamp: string;
}

export interface Saved {
  readonly stamp: string;
  readonly merged: boolean;
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** Status 412: the file has changed in the same places, or is gone. */
export interface Overtaken {
  readonly theirs: Written | null;
}

export const desk = (): Desk => JSON.parse(element("desk").textContent ?? "") as Desk;

export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}
