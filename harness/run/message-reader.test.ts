import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LaunchEvent, LaunchOutcome } from "../../suites/suite.js";
import { parseOutcome } from "../record/outcome.js";
import { encodeMessage, type Message, MessageTally, PROTOCOL_VERSION } from "../worker/protocol.js";
import { MessageReader } from "./message-reader.js";

const HELLO: Message = { type: "hello", protocol: PROTOCOL_VERSION, pid: 1 };
const REFUSED = { kind: "unsupported", unsupported: { code: "gpus", reason: "none" } };
const event = (name: string): Message => ({ type: "event", event: { type: "phase", name } });

function talk(...messages: Message[]): Buffer {
  const tally = new MessageTally();
  const lines = messages.map(encodeMessage);
  for (const line of lines) tally.add(line);
  return Buffer.from([...lines, encodeMessage({ type: "done", count: tally.count, digest: tally.digest() })].join(""));
}

function without(index: number, bytes: Buffer): Buffer {
  return Buffer.from(
    bytes
      .toString()
      .split(/(?<=\n)/)
      .toSpliced(index, 1)
      .join(""),
  );
}

function read(chunks: readonly Buffer[]) {
  const seen = {
    events: [] as LaunchEvent[],
    outcome: null as LaunchOutcome | null,
    error: "",
    done: 0,
    violation: "",
  };
  const reader = new MessageReader({
    onEvent: (news) => seen.events.push(news),
    onOutcome: (outcome) => {
      seen.outcome = parseOutcome(outcome);
    },
    onError: ({ message }) => {
      seen.error = message;
    },
    onDone: () => {
      seen.done++;
    },
    onViolation: (what) => {
      seen.violation = what;
    },
  });
  for (const chunk of chunks) reader.push(chunk);
  return seen;
}

const good = talk(HELLO, event("é"), { type: "heartbeat" }, event("b"), { type: "outcome", outcome: REFUSED });

describe("MessageReader", () => {
  it("reads the same messages however the bytes are cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(good.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), good.length];
        const seen = read(at.slice(1).map((end, i) => good.subarray(at[i], end)));
        expect(seen).toMatchObject({ outcome: REFUSED, done: 1, violation: "", error: "" });
        expect(seen.events).toEqual([
          { type: "phase", name: "é" },
          { type: "phase", name: "b" },
        ]);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("takes a talk with any one byte changed as not done, or as violated", () => {
    for (let i = 0; i < good.length; i++) {
      const changed = Buffer.from(good);
      changed[i] = changed[i] === 0x78 ? 0x79 : 0x78;
      const seen = read([changed]);
      expect(seen.done === 0 || seen.violation !== "", `byte ${i}`).toBe(true);
    }
  });

  it.each([
    ["a message before hello", talk(event("a")), /out of order/],
    ["hello twice", talk(HELLO, HELLO), /out of order/],
    ["another protocol", talk({ ...HELLO, protocol: 99 } as Message), /another version/],
    ["a message lost on the way", without(1, talk(HELLO, event("a"), event("b"))), /2 messages came of 3/],
    [
      "two outcomes",
      talk(HELLO, { type: "outcome", outcome: REFUSED }, { type: "outcome", outcome: REFUSED }),
      /after the outcome/,
    ],
    ["more after the end", Buffer.concat([good, Buffer.from(encodeMessage(event("x")))]), /after the final one/],
    ["an outcome that is none", talk(HELLO, { type: "outcome", outcome: { kind: "ok" } }), /result/],
    ["a message that is none", Buffer.from('{"type":"what"}\n'), /Invalid/],
    ["a prototype", Buffer.from('{"type":"hello","__proto__":{}}\n'), /refused/],
  ])("calls %s a violation", (_name, bytes, message) => {
    expect(read([bytes]).violation).toMatch(message);
  });

  it("does not keep more than the longest message", () => {
    const block = Buffer.alloc(1 << 20, "x");
    expect(read(Array(20).fill(block)).violation).toMatch(/longer than/);
  });
});
