import type { Register } from "./command.js";

/** What adds each command, in the order of the help. Imported when it is asked for: none pays at its start for another. */
export const commands: Readonly<Record<string, () => Promise<Register>>> = {
  run: async () => (await import("./run.js")).registerRun,
  plan: async () => (await import("./plan.js")).registerPlan,
  list: async () => (await import("./list.js")).registerList,
  data: async () => (await import("./data.js")).registerData,
  compare: async () => (await import("./compare.js")).registerCompare,
  ab: async () => (await import("./ab.js")).registerAb,
  bisect: async () => (await import("./bisect.js")).registerBisect,
  explain: async () => (await import("./explain.js")).registerExplain,
  baseline: async () => (await import("./baseline.js")).registerBaseline,
  accept: async () => (await import("./accept.js")).registerAccept,
  history: async () => (await import("./history.js")).registerHistory,
  check: async () => (await import("./check.js")).registerCheck,
  calibrate: async () => (await import("./calibrate.js")).registerCalibrate,
  reference: async () => (await import("./reference.js")).registerReference,
  schema: async () => (await import("./schema.js")).registerSchema,
  report: async () => (await import("./report.js")).registerReport,
  site: async () => (await import("./site.js")).registerSite,
  export: async () => (await import("./export.js")).registerExport,
  verify: async () => (await import("./verify.js")).registerVerify,
  machine: async () => (await import("./machine.js")).registerMachine,
  doctor: async () => (await import("./doctor.js")).registerDoctor,
  setup: async () => (await import("./setup.js")).registerSetup,
  config: async () => (await import("./config.js")).registerConfig,
  completion: async () => (await import("./completion.js")).registerCompletion,
  train: async () => (await import("./train.js")).registerTrain,
  test: async () => (await import("./test.js")).registerTest,
  infer: async () => (await import("./infer.js")).registerInfer,
};

/** Commands that look at all the others. */
const OF_ALL: ReadonlySet<string> = new Set(["completion", "config"]);

/** The one command that the words call, where that needs no other; null: all are needed, be it to say that there is none such. */
export function calledAlone(argv: readonly string[]): string | null {
  const [name = ""] = argv;
  return Object.hasOwn(commands, name) && !OF_ALL.has(name) ? name : null;
}
