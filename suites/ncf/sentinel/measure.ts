import { LaunchFailure } from "../../launch-failure.js";
import type { EngineInfo, SentinelReading } from "../../suite.js";
import { programHash, type SentinelProgram } from "./program.js";
import { timePasses } from "./time-passes.js";

/** TensorFlow's TF32 on a GPU is off by a thousandth; a broken device by far more. */
const TOLERANCE = 5e-3;

/**
 * Times a sentinel on an engine.
 *
 * @throws LaunchFailure `device` when what it computes is wrong.
 */
export async function measureSentinel(
  program: SentinelProgram,
  engine: EngineInfo,
  pass: () => Promise<number>,
): Promise<SentinelReading> {
  const { seconds, passes, answer } = await timePasses(pass);
  if (!(Math.abs(answer - program.answer) <= TOLERANCE * program.answer)) {
    const message = `${program.name} came to ${answer} on ${engine.device}, not to ${program.answer}`;
    throw new LaunchFailure("device", message, "the device computes wrong: see ncf-bench doctor");
  }
  return { program: program.name, sha256: programHash(program), engine, seconds, passes };
}
