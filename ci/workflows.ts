import { parse } from "yaml";

/** One thing that a workflow must not do; `where` is the job or the step. */
export interface Finding {
  rule: string;
  where: string;
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}

interface Job {
  "runs-on"?: string | string[];
  permissions?: unknown;
  "timeout-minutes"?: number;
  steps?: Step[];
}

/** Text that someone outside may choose: in a script's text it would be run. */
const EXPRESSION = /\$\{\{/;
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/**
 * The rules that a workflow of ours keeps whoever edits it: pinned actions, no right that is not named, no script made of
 * expressions, no machine of ours for a fork's code. actionlint and zizmor say more, where they are installed.
 */
export function lintWorkflow(text: string): Finding[] {
  const workflow = parse(text) as { on: Record<string, unknown>; permissions?: unknown; jobs: Record<string, Job> };
  const triggers = Object.keys(workflow.on);
  const findings: Finding[] = [];
  const add = (rule: string, where: string) => findings.push({ rule, where });
  if (triggers.includes("pull_request_target")) add("pull_request_target", "on");
  if (JSON.stringify(workflow.permissions) !== "{}") add("permissions are not empty at the top", "permissions");
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const forked = triggers.some((trigger) => trigger.startsWith("pull_request"));
    if (forked && [job["runs-on"]].flat().includes("self-hosted")) add("a fork's code on a machine of ours", name);
    if (job.permissions === undefined) add("a job without its own permissions", name);
    if (job["timeout-minutes"] === undefined) add("a job without a timeout", name);
    if (forked && /"[\w-]+":"write"/.test(JSON.stringify(job.permissions ?? {})))
      add("a fork with a right to write", name);
    findings.push(...lintSteps(job.steps ?? [], name, forked));
  }
  for (const line of text.split("\n")) {
    if (/uses:/.test(line) && !/# v\d+\.\d+\.\d+$/.test(line))
      add("an action without its version beside it", line.trim());
  }
  return findings;
}

/** The same for the steps of a composite action. */
export function lintSteps(steps: readonly Step[], where: string, forked = false): Finding[] {
  const findings: Finding[] = [];
  for (const [index, step] of steps.entries()) {
    const place = `${where}, step ${index + 1}`;
    if (step.uses !== undefined && !PINNED.test(step.uses))
      findings.push({ rule: "an action that is not pinned", where: place });
    if (step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false) {
      findings.push({ rule: "a checkout that keeps its token", where: place });
    }
    if (step.run !== undefined && EXPRESSION.test(step.run))
      findings.push({ rule: "an expression in a script", where: place });
    if (forked && /secrets\./.test(JSON.stringify(step))) findings.push({ rule: "a fork with a secret", where: place });
  }
  return findings;
}
