import { expect, it } from "vitest";
import type { Api } from "./api.js";
import { Lifetime } from "./lifetime.js";

function setUp() {
  const events: string[] = [];
  const lifetime = new Lifetime(null as unknown as Api, "client");
  const object = (name: string) => ({
    dispose() {
      events.push(name);
      lifetime.disown(this);
    },
  });
  return { events, lifetime, object, end: () => lifetime.end(() => events.push("destroyed")) };
}

it("disposes of what it owns before it ends, once", () => {
  const { events, lifetime, object, end } = setUp();
  lifetime.own(object("a"));
  lifetime.own(object("b"));
  expect(lifetime.ownedCount).toBe(2);
  end();
  end();
  expect(events).toEqual(["a", "b", "destroyed"]);
  expect(lifetime.ownedCount).toBe(0);
  expect(() => lifetime.check()).toThrow(/the client was disposed of \(FAILED_PRECONDITION\)/);
});

it("waits for what other threads do, whose results come too late", async () => {
  const { events, lifetime, object, end } = setUp();
  let finish = () => {};
  const working = lifetime.during(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return lifetime.own(object("late"));
  });
  end();
  expect(events).toEqual([]);
  await expect(lifetime.during(async () => "more")).rejects.toThrow(/was disposed of/);
  finish();
  await expect(working).rejects.toThrow(/was disposed of/);
  expect(events).toEqual(["late", "destroyed"]);
});

it("ends also when the work that it waited for fails", async () => {
  const { events, lifetime, end } = setUp();
  const working = lifetime.during(async () => Promise.reject(new Error("out of memory")));
  end();
  await expect(working).rejects.toThrow("out of memory");
  expect(events).toEqual(["destroyed"]);
});
