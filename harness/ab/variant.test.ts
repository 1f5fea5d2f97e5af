import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseVariant, Variant, variantEnvironment, WORKER_FILE } from "./variant.js";

const cwd = mkdtempSync(join(tmpdir(), "ncf-variant-"));
writeFileSync(join(cwd, "plugin.so"), "");
mkdirSync(join(cwd, "other/dist/harness/worker"), { recursive: true });
writeFileSync(join(cwd, "other", WORKER_FILE), "");
afterAll(() => rmSync(cwd, { recursive: true }));

const parse = (text: string) => parseVariant(text, "--b", cwd);
const nothing = { axes: {}, set: [], env: {}, checkout: null, commit: null };

describe("a variant says what it changes", () => {
  it.each([
    ["as-is", {}],
    ["", { label: "as-is" }],
    ["gpus=4 precision=tf32 batch=1024", { axes: { gpus: 4, precision: "tf32", batch: 1024 } }],
    ["engine=tfjs backend=wasm", { axes: { engine: "tfjs", backend: "wasm" } }],
    ["formulation=factored xla=max", { axes: { formulation: "factored", xla: "max" } }],
    ["plugin=cpu-next", { axes: { engine: "xla", backend: "cpu-next" }, env: { NCF_BENCH_PJRT_PLUGIN: null } }],
    ["plugin=./plugin.so", { axes: { engine: "xla" }, env: { NCF_BENCH_PJRT_PLUGIN: join(cwd, "plugin.so") } }],
    ["flags=--xla_a=1 --xla_b=2 gpus=1", { axes: { gpus: 1 }, env: { XLA_FLAGS: "--xla_a=1 --xla_b=2" } }],
    ["env:A=b=c  env:B=", { env: { A: "b=c", B: null } }],
    ["set:epochs=3 set:topk=5", { set: ["epochs=3", "topk=5"] }],
    ["checkout=other", { checkout: join(cwd, "other") }],
  ])("%s", (text, changes) => {
    const variant = parse(text);
    expect(variant).toEqual({ label: text, ...nothing, ...changes });
    expect(Variant.parse(JSON.parse(JSON.stringify(variant)))).toEqual(variant);
  });

  it.each([
    ["fast", /"fast" is no setting.*engine, backend/s],
    ["speed=1", /no setting "speed".*env:NAME/s],
    ["gpus=1 gpus=2", /gpus sets gpus a second time/],
    ["plugin=cpu engine=tfjs", /engine sets engine a second time/],
    ["flags=--xla_a=1 env:XLA_FLAGS=--xla_b=1", /env:XLA_FLAGS a second time/],
    ["plugin=none.so", /"none.so" is neither a plugin's name nor its file.*cpu-next/s],
    ["plugin=", /neither a plugin's name/],
    ["checkout=.", /no built ncf-bench in "\.".*npm ci/s],
    ["checkout=", /no built ncf-bench/],
    ["precision=fp8", /precision "fp8"/],
    ["gpus=many", /gpus "many"/],
    ["gpus=", /gpus ""/],
    ["env:1A=x", /"1A" is no name/],
    ["=x", /is no setting/],
  ])("refuses %s", (text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ where: "--b" }));
    try {
      parse(text);
    } catch (error) {
      const { what, hint } = error as { what: string; hint: string };
      expect(`${what}\n${hint}`).toMatch(message);
    }
  });

  it("its environment is the caller's with what it sets and without what it removes", () => {
    const own = { A: "1", B: "2", C: "3" };
    expect(variantEnvironment(parse("env:A=9 env:B= env:D=4"), own)).toEqual({ A: "9", C: "3", D: "4" });
    expect(own).toEqual({ A: "1", B: "2", C: "3" });
  });
});
