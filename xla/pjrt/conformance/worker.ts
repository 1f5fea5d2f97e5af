/**
 * The process in which a plugin is checked: `node worker.js FILE CHECK…`. It may crash or hang; what it found by then was
 * written at once.
 */
import { writeSync } from "node:fs";
import type { Client } from "../client.js";
import { loadPlugin, type Plugin } from "../plugin.js";
import { NotOffered, type Subject } from "./check.js";
import { conformanceChecks } from "./checks.js";
import { type CheckStatus, type ConformanceMessage, FIRST_CHECKS, MESSAGE_FD } from "./protocol.js";

const VIRTUAL_DEVICES = 2;
/** A line that is shorter than a pipe's buffer is never torn, even by a crash. */
const MOST_TEXT = 1000;

const [file = "", ...names] = process.argv.slice(2);

function say(message: ConformanceMessage): void {
  writeSync(MESSAGE_FD, `${JSON.stringify(message)}\n`);
}

async function check(name: string, run: () => Promise<string>): Promise<CheckStatus> {
  say({ started: name });
  const result = await run().then(
    (message) => ({ status: "ok" as const, message }),
    (error: unknown) => ({
      status: error instanceof NotOffered ? ("not offered" as const) : ("failed" as const),
      message: (error instanceof Error ? error.message : String(error)).slice(0, MOST_TEXT),
    }),
  );
  say({ ended: name, ...result });
  return result.status;
}

/** GPU plugins would take all memory unless told not to; CPU plugins refuse to be told, or have any number of devices. */
async function createClient(plugin: Plugin): Promise<Client> {
  const client = await plugin.createClient({ preallocate: false }).catch(() => plugin.createClient());
  if (client.platformName !== "cpu") return client;
  client.dispose();
  return plugin.createClient({ cpu_device_count: VIRTUAL_DEVICES });
}

let plugin: Plugin | undefined;
let subject: Subject | undefined;
await check(FIRST_CHECKS[0], async () => {
  plugin = loadPlugin(file);
  const { major, minor } = plugin.apiVersion;
  return `PJRT API ${major}.${minor}${plugin.untested ? ", newer than was tried" : ""}`;
});
if (plugin) {
  const loaded = plugin;
  await check(FIRST_CHECKS[1], async () => {
    const client = await createClient(loaded);
    const [device] = client.devices;
    if (!device) throw new Error("the client has no device");
    subject = { plugin: loaded, client, createClient: () => createClient(loaded) };
    return `${client.platformName}, ${client.devices.length} devices (${device.kind})`;
  });
}
for (const { name, run } of conformanceChecks) {
  if (subject && names.includes(name)) await check(name, () => run(subject!));
}
subject?.client.dispose();
