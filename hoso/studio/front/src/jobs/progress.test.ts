import { expect, test } from "vitest";
import { changed, clock, current, isDone, NOTHING, type Stage } from "./progress";

const stage = (index: number, done: number, total = 4): Stage => ({
  index,
  name: "segments",
  of: "winter/ko",
  total,
  done,
  reused: 0,
  seconds: 1,
  left: null,
});

test("stages take the place of those with the same index, notices come behind", () => {
  const notice = {
    message: "m",
    remedy: "",
    file: null,
    line: null,
    column: null,
    level: "warning",
  } as const;
  let now = changed(NOTHING, {
    state: "running",
    attempt: 1,
    stages: [stage(0, 0), stage(1, 1)],
    notices: [notice],
  });
  now = changed(now, { elapsed: 2.5, stages: [stage(1, 4)], notices: [notice] });
  expect(now.stages.map((each) => each.done)).toEqual([0, 4]);
  expect(now.notices).toHaveLength(2);
  expect(now.state).toBe("running");
  expect(now.elapsed).toBe(2.5);
});

test("a fresh change forgets what was", () => {
  const before = changed(NOTHING, { state: "running", stages: [stage(0, 3)] });
  const after = changed(before, { fresh: true, state: "queued", attempt: 1, stages: [], notices: [] });
  expect(after).toEqual({ ...NOTHING, attempt: 1 });
});

test("the current stage is the latest that is not done", () => {
  const now = changed(NOTHING, { stages: [stage(0, 1), stage(1, 2), stage(2, 4)] });
  expect(current(now)?.index).toBe(1);
  expect(current(changed(NOTHING, { stages: [stage(0, 4)] }))?.index).toBe(0);
  expect(current(NOTHING)).toBeUndefined();
  expect(isDone(stage(0, 0, 0))).toBe(true);
});

test("clocks", () => {
  expect([0, 5.4, 65, 3725].map(clock)).toEqual(["0:00", "0:05", "1:05", "1:02:05"]);
});
