// A worker whose suite misbehaves as NCF_BENCH_FIXTURE says. Everything else is the real worker.
import { spawn } from "node:child_process";
import { writeSync } from "node:fs";
import { serveLaunch } from "../../../dist/harness/worker/serve.js";

const result = (job) => ({
  engine: { name: "fixture", backend: "none", version: "0", device: "none", details: {} },
  protocol: { batch: job.cell.batch, cuda: process.env.CUDA_DEVICE_ORDER ?? null },
  epochs: [{ epoch: 0, seconds: 1, loss: Number.NaN, items: 10, steps: 1 }],
  evaluations: [],
  inference: [],
  metrics: { "train.throughput": 10 },
  quality: null,
  memory: { peakRssBytes: 1, engineBytes: null },
  warnings: [],
});

const sleeper = (detached) =>
  spawn(process.execPath, ["-e", "for (const s of ['SIGTERM','SIGINT','SIGHUP']) process.on(s, () => {}); setInterval(() => {}, 1000)"], {
    detached,
    stdio: "inherit",
  });
const forever = () => new Promise(() => setInterval(() => {}, 1000));

const modes = {
  ok: () => {},
  error: () => {
    throw new Error("cannot do this");
  },
  exit0: () => process.exit(0),
  exit9: () => process.exit(9),
  segv: () => process.kill(process.pid, "SIGSEGV"),
  abort: () => process.abort(),
  check: async () => {
    const text = "F1125 03:13:39.020700   23169 compiler.cc:289] Check failed: fits\n*** Check failure stack trace: ***\n";
    await new Promise((done) => process.stderr.write(text, done));
    process.abort();
  },
  kill9: () => process.kill(process.pid, "SIGKILL"),
  hang: forever,
  busy: () => {
    for (;;);
  },
  ignoreTerm: () => {
    process.removeAllListeners("SIGTERM");
    process.on("SIGTERM", () => {});
    return forever();
  },
  chatty: () => {
    setInterval(() => process.stdout.write("."), 50);
    return forever();
  },
  children: () => {
    sleeper(false);
    sleeper(true);
    const again = "const{spawn}=require('child_process');spawn('sleep',['1000'],{detached:true,stdio:'inherit'});";
    spawn(process.execPath, ["-e", again], { detached: true, stdio: "inherit" });
    return new Promise((done) => setTimeout(done, 300));
  },
  childrenHang: async () => {
    sleeper(true);
    await forever();
  },
  flood: async () => {
    const block = Buffer.alloc(1 << 20, "flood ");
    for (let i = 0; i < 120; i++) await new Promise((done) => process.stdout.write(block, done));
  },
  fakeRecord: () => console.log('{"type":"outcome","outcome":{"kind":"ok"}}\n{"type":"done","count":0,"digest":""}'),
  halfJson: async () => {
    await new Promise((done) => setTimeout(done, 200));
    writeSync(3, '{"type":"event","event":{"ty');
    process.exit(0);
  },
  garbage: async () => {
    writeSync(3, Buffer.from([0xff, 0x00, 0x0a, 0x7b]));
    await forever();
  },
  forgedDone: async () => {
    writeSync(3, '{"type":"done","count":1,"digest":"00"}\n');
    await forever();
  },
  longMessage: async () => {
    const block = Buffer.alloc(1 << 16, "x");
    for (;;) {
      try {
        writeSync(3, block);
      } catch {
        await new Promise((done) => setTimeout(done, 1));
      }
    }
  },
  epochs: async (emit) => {
    await new Promise((done) => setTimeout(done, 800));
    emit({ type: "epoch", sample: { epoch: 0, seconds: 3.5, loss: 1, items: 100, steps: 1 } });
  },
  heap: () => {
    const keep = [];
    for (;;) keep.push(new Array(1e6).fill(keep.length));
  },
};

const compiled = {
  plugin: "fixture 0",
  compileSeconds: 1,
  samples: 10,
  kernels: 3,
  bytes: 1000,
  flops: 2000,
  collectives: [],
  peakBytes: 4096,
  programs: [],
};

const suite = {
  compiler: {
    async compile() {
      if (process.env.NCF_BENCH_FIXTURE === "wrongOutcome") return { ...compiled, bytes: -1 };
      await modes[process.env.NCF_BENCH_FIXTURE]?.();
      return compiled;
    },
  },
  async runLaunch(job, emit) {
    emit({ type: "phase", name: "start" });
    if (process.env.NCF_BENCH_FIXTURE === "wrongOutcome") return { kind: "ok", result: { ...result(job), metrics: { x: "1" } } };
    if (process.env.NCF_BENCH_FIXTURE === "unsupported") return { kind: "unsupported", unsupported: { code: "gpus", reason: "no GPU" } };
    if (process.env.NCF_BENCH_FIXTURE === "longRecord") {
      const inference = [{ variant: "fed", batch: 1, warmupIterations: 0, latencies: Array(1e6).fill(0.123456789) }];
      return { kind: "ok", result: { ...result(job), inference } };
    }
    if (process.env.NCF_BENCH_FIXTURE === "linger") process.exit = () => {};
    await modes[process.env.NCF_BENCH_FIXTURE]?.(emit);
    return { kind: "ok", result: result(job) };
  },
};
await serveLaunch(() => suite);
