import { z } from "zod";
import { UserError } from "../../../../errors/user-error.js";
import { cellKey, globalBatch } from "../../../cell.js";
import type { EngineInfo } from "../../../suite.js";
import type { ModelState, NcfEngine, NcfSession, OpenRequest } from "../../engine.js";
import { openUniform, Purpose, streamKey } from "../../random/counter.js";
import { EpochSampler } from "../../sampling.js";

const Script = z.strictObject({
  /** Scripted training speed, items a second. */
  itemsPerSecond: z.number().positive().default(100_000),
  /** Scripted seconds of one inference batch or one scored batch. */
  secondsPerBatch: z.number().positive().default(0.001),
  /** Standard deviation of the logarithm of a launch's speed. */
  noise: z.number().min(0).max(1).default(0),
  /** Another draw of that noise, so that two variants of one cell do not share it. */
  salt: z.int().min(0).default(7),
  /** Loss of the first epoch, and the factor for each later one. */
  loss: z.number().default(0.6),
  /** Share of users whose positive is ranked first. */
  hr: z.number().min(0).max(1).default(0.6),
  /**
   * Phases of an epoch, in shares of the time that itemsPerSecond asks for: the epoch takes their sum, so that a slowdown can
   * be planted in one of them. Absent: an epoch that is not split.
   */
  phases: z.record(z.string(), z.number().min(0)).default({}),
  /** Phases that are said to be in others. */
  within: z.record(z.string(), z.string()).default({}),
  /** Real milliseconds that each epoch takes, so that a harness can be interrupted in one. */
  realMilliseconds: z.number().min(0).default(0),
  /** Scripted seconds of a pass of the sentinel; null: it fails. */
  sentinelSeconds: z.number().positive().nullable().default(0.001),
});

/**
 * Says scripted times without computing anything, so that the harness can be tested whole in milliseconds. The script is
 * JSON in NCF_BENCH_FAKE. It is never chosen by default and calls itself fake everywhere.
 */
export const fakeEngine: NcfEngine = {
  name: "fake",
  unsupported: ({ precision, backend }) => {
    if (backend !== "auto") return { code: "backend", reason: `the fake engine has no backend "${backend}"` };
    return precision === "fp16" ? { code: "precision", reason: "the fake engine is scripted not to know fp16" } : null;
  },
  open: async (request) => new FakeSession(request, readScript(process.env.NCF_BENCH_FAKE)),
  sentinel: async () => {
    const { sentinelSeconds } = readScript(process.env.NCF_BENCH_FAKE);
    if (sentinelSeconds === null) throw new Error("the sentinel is scripted to fail");
    const seconds = [0.999, 1, 1.001, 1, 1].map((factor) => sentinelSeconds * factor);
    return { program: "sentinel-fake-1", sha256: "fake", engine: ENGINE, seconds, passes: 1 };
  },
};

const ENGINE: EngineInfo = {
  name: "fake",
  backend: "fake",
  version: "1",
  device: "none (scripted times)",
  details: { fake: true },
};

function readScript(text: string | undefined): z.infer<typeof Script> {
  try {
    return Script.parse(JSON.parse(text === undefined || text === "" ? "{}" : text));
  } catch (cause) {
    throw new UserError({
      code: "fake.script",
      what: `the fake engine's script is not valid: ${(cause as Error).message}`,
      where: "NCF_BENCH_FAKE",
      hint: `use JSON with ${Object.keys(Script.shape).join(", ")}`,
      cause,
    });
  }
}

class FakeSession implements NcfSession {
  private readonly request: OpenRequest;
  private readonly script: z.infer<typeof Script>;
  private readonly speed: number;
  private now = 0;

  constructor(request: OpenRequest, script: z.infer<typeof Script>) {
    this.request = request;
    this.script = script;
    // One factor a launch: what differs between launches, not between epochs, is what comparing must cope with.
    const salt = [...cellKey(request.cell)].reduce(
      (sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0,
      script.salt,
    );
    const key = streamKey(request.seed, Purpose.Plan, salt);
    const normal = Math.sqrt(-2 * Math.log(openUniform(key, 0))) * Math.cos(2 * Math.PI * openUniform(key, 1));
    this.speed = Math.exp(script.noise * normal);
  }

  clock(): number {
    // Each look costs a microsecond, so that waiting on this clock ends.
    this.now += 1e-6;
    return this.now;
  }

  info(): EngineInfo {
    return { ...ENGINE, within: this.script.within };
  }

  async trainEpoch(
    epoch: number,
  ): Promise<{ loss: number; items: number; steps: number; phases: Record<string, number> }> {
    const { dataset, options, cell, seed } = this.request;
    const { items, steps } = new EpochSampler(dataset, options, globalBatch(cell), seed);
    const expected = items / this.script.itemsPerSecond / this.speed;
    const shares = Object.entries(this.script.phases);
    const phases = Object.fromEntries(shares.map(([name, share]) => [name, share * expected]));
    this.now += shares.length === 0 ? expected : Object.values(phases).reduce((sum, seconds) => sum + seconds, 0);
    if (this.script.realMilliseconds > 0) await new Promise((done) => setTimeout(done, this.script.realMilliseconds));
    return { loss: this.script.loss * 0.9 ** epoch, items, steps, phases };
  }

  async score(users: Int32Array, items: Int32Array, out: Float32Array | Float64Array): Promise<void> {
    this.now += this.script.secondsPerBatch / this.speed;
    const { testItems } = this.request.dataset;
    const hits = Math.round(this.script.hr * testItems.length);
    for (let i = 0; i < users.length; i++) {
      const positive = items[i] === testItems[users[i]!];
      out[i] = positive ? (users[i]! < hits ? 1 : -1) : 0;
    }
  }

  async inference(): Promise<{ run(): Promise<void>; dispose(): void }> {
    return {
      run: async () => {
        this.now += this.script.secondsPerBatch / this.speed;
      },
      dispose: () => undefined,
    };
  }

  async exportState(): Promise<ModelState> {
    return { parameters: new Map(), adam: null };
  }

  async importState(): Promise<void> {}

  memoryBytes(): number {
    return 0;
  }

  async close(): Promise<void> {}
}
