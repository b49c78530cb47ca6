// What lies under the pointer on the waveform.

import { type Cue, type Sheet, within } from "../model/cues";

export type Hit =
  | { readonly kind: "start" | "end" | "body"; readonly cue: Cue }
  /** The edge that a cue shares with the next one. */
  | { readonly kind: "joint"; readonly cue: Cue }
  | { readonly kind: "empty" };

export interface Reach {
  /** How far from an edge it is still meant, in ms. */
  readonly edge: number;
  /** Up to this gap two cues share an edge, in ms. */
  readonly joint: number;
}

export function hitAt(sheet: Sheet, time: number, reach: Reach, lead: number | null): Hit {
  const [first, last] = within(sheet, time - reach.edge, time + reach.edge);
  const near = sheet.slice(first, last);
  const joint = near.find((cue, index) => {
    const next = near[index + 1];
    return next !== undefined && isJoint(cue, next, time, reach);
  });
  if (joint) return { kind: "joint", cue: joint };
  // Of two edges the nearer one, of equally near ones that of the chosen cue.
  let best: Hit = { kind: "empty" };
  let least = Infinity;
  for (const cue of near) {
    const grip = Math.min(reach.edge, (cue.end - cue.start) / 3);
    for (const edge of ["start", "end"] as const) {
      const far = Math.abs(cue[edge] - time) - (cue.id === lead ? reach.edge / 4 : 0);
      const inside = edge === "start" ? time - cue.start : cue.end - time;
      if (inside > grip || -inside > reach.edge || far >= least) continue;
      best = { kind: edge, cue };
      least = far;
    }
  }
  if (best.kind !== "empty") return best;
  const over = near.filter((cue) => cue.start <= time && time < cue.end);
  const body = over.find((cue) => cue.id === lead) ?? over.at(-1);
  return body ? { kind: "body", cue: body } : best;
}

function isJoint(left: Cue, right: Cue, time: number, reach: Reach): boolean {
  const gap = right.start - left.end;
  if (gap < 0 || gap > reach.joint) return false;
  const slack = reach.edge / 3;
  return time >= left.end - slack && time <= right.start + slack;
}
