// Snapping many cues at once: every edge to what is near, then to frames.

import { find, type Room, type Sheet } from "./cues";
import { moveEdge } from "./moving";
import { type Grid, type Kind, neighbours, snap, type Targets } from "./snapping";

/**
 * Edges of `ids` to the nearest place within `reach` ms, one cue after the other in their order, so that
 * what is drawn first stands for the next.
 */
export function snapAll(
  sheet: Sheet,
  ids: ReadonlySet<number>,
  targets: Targets,
  reach: number,
  grid: Grid & { frames: boolean },
  room: Room,
): Sheet {
  const frames = grid.frames ? grid.fps : null;
  let now = sheet;
  for (const { id } of sheet.filter((cue) => ids.has(cue.id))) {
    for (const edge of ["start", "end"] as const) {
      const cue = find(now, id);
      if (!cue) continue;
      const beside: [Kind, ReturnType<typeof neighbours>][] = targets.has("cues")
        ? [["cues", neighbours(now, new Set([id]), grid.gap)]]
        : [];
      const others = [...targets].filter(([kind]) => kind !== "cues");
      const place = snap(cue[edge], edge, new Map([...others, ...beside]), reach, frames);
      now = moveEdge(now, id, edge, place.time, room);
    }
  }
  return now;
}
