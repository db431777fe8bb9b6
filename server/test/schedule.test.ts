import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Schedule } from "../src/schedule.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A schedule whose tasks note their names, and end when they are told to. */
function watched(): {
  readonly schedule: Schedule;
  readonly started: string[];
  readonly task: (name: string) => () => Promise<void>;
  readonly end: () => Promise<unknown>;
} {
  const started: string[] = [];
  const running: (() => void)[] = [];
  const task = (name: string) => (): Promise<void> => {
    started.push(name);
    return new Promise((resolve) => running.push(resolve));
  };
  const end = (): Promise<unknown> => {
    running.shift()?.();
    return vi.advanceTimersByTimeAsync(0);
  };
  return { schedule: new Schedule(), started, task, end };
}

test("what is scheduled again waits again", () => {
  const { schedule, started, task } = watched();
  schedule.later("a", 100, task("first"));
  vi.advanceTimersByTime(99);
  schedule.later("a", 100, task("second"));
  vi.advanceTimersByTime(99);
  expect(started).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(started).toEqual(["second"]);
});

test("things do not wait for one another", () => {
  const { schedule, started, task } = watched();
  schedule.later("a", 100, task("a"));
  schedule.now("b", task("b"));
  vi.advanceTimersByTime(100);
  expect(started).toEqual(["b", "a"]);
});

test("a task at once takes the place of one that waits", () => {
  const { schedule, started, task } = watched();
  schedule.later("a", 100, task("later"));
  schedule.now("a", task("now"));
  vi.advanceTimersByTime(200);
  expect(started).toEqual(["now"]);
});

test("while a task is not done, only the newest waits", async () => {
  const { schedule, started, task, end } = watched();
  for (const name of ["first", "second", "third", "fourth"]) schedule.now("a", task(name));
  expect(started).toEqual(["first"]);
  await end();
  expect(started).toEqual(["first", "fourth"]);
  await end();
  schedule.now("a", task("fifth"));
  expect(started).toEqual(["first", "fourth", "fifth"]);
});

test("a task that fails is followed by the next", async () => {
  const { schedule, started, task } = watched();
  schedule.now("a", () => Promise.reject(new Error("The stream is closed.")));
  schedule.now("a", task("next"));
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual(["next"]);
});

test("what waits can be dropped", async () => {
  const { schedule, started, task, end } = watched();
  schedule.now("a", task("running"));
  schedule.now("a", task("next"));
  schedule.later("b", 100, task("later"));
  schedule.clear();
  await end();
  vi.advanceTimersByTime(200);
  expect(started).toEqual(["running"]);
});
