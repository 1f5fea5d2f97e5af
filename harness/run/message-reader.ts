import type { LaunchEvent } from "../../suites/suite.js";
import { decodeMessage, MAX_MESSAGE_BYTES, type Message, MessageTally, PROTOCOL_VERSION } from "../worker/protocol.js";

export interface MessageHandlers {
  onEvent(event: LaunchEvent): void;
  /** Throws for what is no outcome of the job. */
  onOutcome(outcome: unknown): void;
  onError(error: { message: string; hint: string | null; kind: string }): void;
  /** The final message, its count and digest right. */
  onDone(): void;
  /** The first thing that is no message or comes out of order; nothing is read after it. */
  onViolation(what: string): void;
}

/** Turns a worker's bytes into messages, in bounded memory, and holds it to the protocol. */
export class MessageReader {
  private readonly handlers: MessageHandlers;
  private readonly tally = new MessageTally();
  private parts: Buffer[] = [];
  private length = 0;
  private state: "hello" | "open" | "said" | "done" | "broken" = "hello";

  constructor(handlers: MessageHandlers) {
    this.handlers = handlers;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, start)) {
      this.parts.push(chunk.subarray(start, newline + 1));
      const line = Buffer.concat(this.parts).toString("utf8");
      this.parts = [];
      this.length = 0;
      this.line(line);
      start = newline + 1;
    }
    if (this.state === "broken") return;
    this.parts.push(chunk.subarray(start));
    this.length += chunk.length - start;
    if (this.length > MAX_MESSAGE_BYTES) this.violation(`a message longer than ${MAX_MESSAGE_BYTES} bytes`);
  }

  private line(line: string): void {
    if (this.state === "broken") return;
    try {
      if (this.state === "done") throw new Error("a message after the final one");
      const message = decodeMessage(line);
      this.order(message);
      if (message.type !== "done") this.tally.add(line);
      this.handle(message);
    } catch (error) {
      this.violation(`${(error as Error).message}: ${JSON.stringify(line.slice(0, 80))}`);
    }
  }

  private order(message: Message): void {
    if (message.type === "heartbeat") return;
    if ((message.type === "hello") !== (this.state === "hello")) throw new Error("message out of order");
    if (message.type !== "done" && this.state === "said") throw new Error("a message after the outcome");
  }

  private handle(message: Message): void {
    switch (message.type) {
      case "hello":
        if (message.protocol !== PROTOCOL_VERSION) throw new Error("another version of the protocol: build again");
        this.state = "open";
        break;
      case "event":
        this.handlers.onEvent(message.event as unknown as LaunchEvent);
        break;
      case "outcome":
        this.state = "said";
        this.handlers.onOutcome(message.outcome);
        break;
      case "error":
        this.state = "said";
        this.handlers.onError({ message: message.message, hint: message.hint, kind: message.kind ?? "error" });
        break;
      case "done":
        if (message.count !== this.tally.count) {
          throw new Error(`${this.tally.count} messages came of ${message.count}`);
        }
        if (message.digest !== this.tally.digest()) throw new Error("the digest of its messages does not match");
        this.state = "done";
        this.handlers.onDone();
    }
  }

  private violation(what: string): void {
    this.state = "broken";
    this.parts = [];
    this.length = 0;
    this.handlers.onViolation(what);
  }
}
