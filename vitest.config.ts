import { defineConfig } from "vitest/config";

const jsonReport = process.env.NCF_BENCH_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["{errors,storage,xla,suites,harness,reference,reports,schemas,ci,bench,test}/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    reporters: jsonReport ? ["default", ["json", { outputFile: jsonReport }]] : ["default"],
    // Commands are tested as on a machine without a GPU; tests of programs take GPUs back (xla/test-support.ts).
    env: { CUDA_VISIBLE_DEVICES: "", NCF_BENCH_TEST_GPUS: process.env.CUDA_VISIBLE_DEVICES ?? "all" },
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // Two cores in CI: worker processes of the code under test need one of them.
    maxWorkers: 2,
  },
});
