import { describe, expect, it } from "vitest";
import { faultWarning, parseFault, prolong, strikeBeforeEpoch } from "./fault.js";

describe("planted faults", () => {
  it.each([
    { text: "slow=1.3", fault: { kind: "slow", factor: 1.3, epoch: 0 } },
    { text: "crash", fault: { kind: "crash", factor: 1, epoch: 0 } },
    { text: "fail@epoch=2", fault: { kind: "fail", factor: 1, epoch: 2 } },
    { text: "", fault: null },
    { text: undefined, fault: null },
  ])("reads $text", ({ text, fault }) => expect(parseFault(text)).toEqual(fault));

  it.each(["slow", "slow=0.5", "slow=-1", "crash@2", "explode", "slow=1.3 "])("refuses %j", (text) => {
    expect(() => parseFault(text)).toThrow(/is not a fault/);
  });

  it("makes a region longer by the factor, on the session's own clock", () => {
    let now = 10;
    const clock = () => (now += 0.001);
    prolong(parseFault("slow=1.5"), 8, clock);
    expect(now).toBeGreaterThan(11);
    expect(now).toBeLessThan(11.01);
    const before = now;
    prolong(null, 8, clock);
    expect(now).toBe(before);
  });

  it("fails before its epoch and no other, and never goes unsaid", () => {
    const fault = parseFault("fail@epoch=1")!;
    expect(() => strikeBeforeEpoch(fault, 0)).not.toThrow();
    expect(() => strikeBeforeEpoch(fault, 1)).toThrow(/planted failure before epoch 1/);
    expect(faultWarning(fault)).toMatchObject({ code: "fault.injected" });
  });
});
