import { Bench } from "tinybench";
import { globalBatch } from "../cell.js";
import type { InferenceSample } from "../suite.js";
import type { Clock } from "./clock.js";
import type { InferenceBatch, NcfSession, OpenRequest } from "./engine.js";
import { type Fault, prolong } from "./fault.js";
import { boundedInt, Purpose, streamKey } from "./random/counter.js";

/** One random batch of pairs, reused for all iterations (specification, section 11). */
export function inferenceBatch(request: OpenRequest, variant: InferenceBatch["variant"]): InferenceBatch {
  const batch = globalBatch(request.cell);
  const users = new Int32Array(batch);
  const items = new Int32Array(batch);
  const userKey = streamKey(request.seed, Purpose.Inference, 0);
  const itemKey = streamKey(request.seed, Purpose.Inference, 1);
  for (let i = 0; i < batch; i++) {
    users[i] = boundedInt(userKey, i, request.dataset.users);
    items[i] = boundedInt(itemKey, i, request.dataset.items);
  }
  return { variant, users, items };
}

/**
 * Latencies of one variant: tinybench runs the warm-up and the kept iterations. Each iteration is timed inside its own
 * function and handed over, so that the runner's overhead is in no figure.
 */
export async function measureInference(
  session: NcfSession,
  request: OpenRequest,
  variant: InferenceBatch["variant"],
  { clock, fault, signal }: { clock: Clock; fault: Fault | null; signal: AbortSignal },
): Promise<InferenceSample> {
  const { iterations, warmupIterations } = request.options;
  const prepared = await session.inference(inferenceBatch(request, variant));
  const latencies: number[] = [];
  try {
    const bench = new Bench({
      time: 0,
      iterations: iterations - warmupIterations,
      warmup: warmupIterations > 0,
      warmupTime: 0,
      warmupIterations,
      throws: true,
      signal,
    });
    bench.add(
      variant,
      async () => {
        const start = clock();
        await prepared.run();
        prolong(fault, start, clock);
        const seconds = clock() - start;
        latencies.push(seconds);
        return { overriddenDuration: seconds * 1000 };
      },
      { async: true },
    );
    await bench.run();
  } finally {
    prepared.dispose();
  }
  signal.throwIfAborted();
  const batch = globalBatch(request.cell);
  return { variant, batch, warmupIterations, latencies: latencies.slice(-(iterations - warmupIterations)) };
}
