// Two versions of cues, side by side: what is in one and not in the other stands out.

import { say } from "../../shared/words";
import { same, type Words } from "../model/cues";
import { formatTime } from "../model/times";
import { h } from "./dom";
import { marked } from "./marked";

/** A list of cues; `other`'s are the ones that it is compared with. */
export function cueList(cues: readonly Words[], other: readonly Words[], language: string): HTMLElement {
  if (!cues.length) return h("p", { class: "muted" }, say("timing-compare-none"));
  return h(
    "ol",
    { class: "list compared" },
    ...cues.map((cue) => {
      const alike = other.some((each) => same(each, cue));
      const text = other.some((each) => each.text === cue.text);
      const times = other.some((each) => each.start === cue.start && each.end === cue.end);
      return h(
        "li",
        { class: alike ? "" : "other" },
        h(
          "span",
          { class: times ? "number muted" : "number changed" },
          `${formatTime(cue.start)} – ${formatTime(cue.end)}`,
        ),
        h("span", { class: text ? "words-of" : "words-of changed", lang: language }, ...marked(cue.text)),
      );
    }),
  );
}

/** Only what differs between two versions; how many cues are alike. */
export function differing(
  a: readonly Words[],
  b: readonly Words[],
): { left: Words[]; right: Words[]; alike: number } {
  const key = (cue: Words) => `${cue.start} ${cue.end} ${cue.text}`;
  const [inA, inB] = [new Set(a.map(key)), new Set(b.map(key))];
  const left = a.filter((cue) => !inB.has(key(cue)));
  return { left, right: b.filter((cue) => !inA.has(key(cue))), alike: a.length - left.length };
}
