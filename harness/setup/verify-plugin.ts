import { loadPlugin } from "../../xla/pjrt/plugin.js";

/** Run in a process of its own by setup: loads a plugin and prints its API version. A crash ends only this process. */
const { apiVersion, attributes } = loadPlugin(process.argv[2]!);
const plain = JSON.stringify({ apiVersion, attributes }, (_, value) =>
  typeof value === "bigint" ? Number(value) : value,
);
process.stdout.write(`${plain}\n`);
