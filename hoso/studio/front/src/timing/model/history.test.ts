import { expect, test } from "vitest";
import { alike, type Sheet } from "./cues";
import { EMPTY, type History, recorded, redo, undo } from "./history";
import { dice, ROOM, sheetOf, texts, times } from "./material";
import { add, move, moveEdge, remove } from "./moving";
import { merge, split } from "./parting";
import { setText } from "./wording";

const start = sheetOf([0, 1000, "하나 둘"], [2000, 3000, "셋 넷"], [4000, 5000, "다섯"]);

test("everything can be undone and done again", () => {
  const roll = dice(3);
  const pick = (below: number) => Math.floor(roll() * below);
  const sheets: Sheet[] = [start];
  let history: History = EMPTY;
  let fresh = 10;
  for (let round = 0; round < 400; round += 1) {
    const now = sheets.at(-1) as Sheet;
    const id = now[pick(now.length)]?.id ?? 0;
    fresh += 1;
    const next = [
      () => move(now, new Set([id]), pick(500) - 250, ROOM),
      () => moveEdge(now, id, "end", pick(6000), ROOM),
      () => split(now, id, pick(6000), fresh, ROOM),
      () => merge(now, new Set([id, now[0]?.id ?? 0]), 2),
      () => (now.length > 2 ? remove(now, new Set([id])) : now),
      () =>
        add(now, { id: fresh, start: pick(50_000), end: pick(50_000) + 1000, text: `${fresh}` }, ROOM) ?? now,
      () => setText(now, id, `${round}`),
    ][pick(7)]?.() as Sheet;
    const after = recorded(history, now, next, "step", null, round * 10_000);
    if (after !== history) sheets.push(next);
    history = after;
  }
  expect(history.done.length).toBe(sheets.length - 1);
  let now = sheets.at(-1) as Sheet;
  for (let back = sheets.length - 2; back >= 0; back -= 1) {
    const turned = undo(history, now);
    ({ history, sheet: now } = turned as NonNullable<typeof turned>);
    expect(alike(now, sheets[back] as Sheet)).toBe(true);
  }
  expect(undo(history, now)).toBeNull();
  for (const wanted of sheets.slice(1)) {
    const turned = redo(history, now);
    ({ history, sheet: now } = turned as NonNullable<typeof turned>);
    expect(alike(now, wanted)).toBe(true);
  }
  expect(redo(history, now)).toBeNull();
});

test("typing in one cue is one step, until somebody rests or goes elsewhere", () => {
  let history: History = EMPTY;
  let now: Sheet = start;
  const type = (id: number, text: string, at: number) => {
    const next = setText(now, id, text);
    history = recorded(history, now, next, "text", `text ${id}`, at);
    now = next;
  };
  type(1, "ㅎ", 0);
  type(1, "하", 500);
  type(1, "한", 900);
  expect(history.done).toHaveLength(1);
  type(2, "a", 1000);
  type(1, "한글", 1100);
  type(1, "한글!", 9000);
  expect(history.done).toHaveLength(4);
  const back = undo(history, now);
  expect(back && texts(back.sheet)[0]).toBe("한글");
});

test("undo leaves what somebody else has done since", () => {
  const mine = moveEdge(start, 1, "end", 1500, ROOM);
  const history = recorded(EMPTY, start, mine, "edge", null, 0);
  const theirs = setText(setText(mine, 1, "theirs"), 3, "theirs too");
  const turned = undo(history, theirs);
  expect(turned && texts(turned.sheet)).toEqual(["theirs", "셋 넷", "theirs too"]);
  expect(turned && times(turned.sheet)[0]).toEqual([0, 1000]);
  const moved = moveEdge(mine, 1, "end", 1700, ROOM);
  const kept = undo(history, moved);
  expect(kept && times(kept.sheet)[0]).toEqual([0, 1700]);
});

test("a new step forgets what was undone", () => {
  const one = setText(start, 1, "1");
  let history = recorded(EMPTY, start, one, "text", null, 0);
  history = (undo(history, one) as NonNullable<ReturnType<typeof undo>>).history;
  expect(history.undone).toHaveLength(1);
  expect(recorded(history, start, setText(start, 2, "2"), "text", null, 1).undone).toHaveLength(0);
  expect(recorded(history, start, start, "nothing", null, 1)).toBe(history);
});
