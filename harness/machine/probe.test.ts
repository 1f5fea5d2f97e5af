import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { probe } from "./probe.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "probe-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("probe", () => {
  it("returns stdout of a command that succeeds, and both streams of one that fails", async () => {
    expect(await probe("sh", ["-c", "echo out; echo err >&2"])).toEqual({ ok: true, stdout: "out\n" });
    expect(await probe("sh", ["-c", "echo out; echo err >&2; exit 3"])).toEqual({
      ok: false,
      code: "exit",
      reason: "sh exited with 3",
      output: "out\nerr\n",
    });
    expect(await probe("sh", ["-c", "kill -TERM $$"])).toMatchObject({
      code: "exit",
      reason: "sh was ended by SIGTERM",
    });
  });

  it("kills the whole process group at the limit", async () => {
    const file = join(dir, "pid");
    const result = await probe("bash", ["-c", `sleep 1000 & echo $! > ${file}; wait`], { timeoutSeconds: 0.3 });
    expect(result).toMatchObject({ ok: false, code: "timeout" });
    const pid = Number(readFileSync(file, "utf8"));
    const dead = () => {
      try {
        // A zombie counts as dead: its parent, the init of a container, may not reap it.
        return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
      } catch {
        return true;
      }
    };
    await expect.poll(dead, { timeout: 3000 }).toBe(true);
  });

  it("runs probes of one command one after the other", async () => {
    const file = join(dir, "log");
    const script = `echo start >> ${file}; sleep 0.05; echo end >> ${file}`;
    await Promise.all([1, 2, 3].map(() => probe("sh", ["-c", script])));
    expect(readFileSync(file, "utf8")).toBe("start\nend\n".repeat(3));
  });

  it("says of a missing command that it is not installed", async () => {
    expect(await probe("/nonexistent/nvidia-smi", [])).toMatchObject({ ok: false, code: "absent" });
  });
});
