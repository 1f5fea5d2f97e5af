// Appends numbered sealed lines and says "ack N" only after each is on the disk, until it is killed.
import { writeSync } from "node:fs";
import { appendLine } from "../../dist/storage/append-line.js";
import { sealLine } from "../../dist/storage/checked-line.js";

const [path, first] = process.argv.slice(2);
for (let n = Number(first); ; n++) {
  await appendLine(path, sealLine({ n, fill: "x".repeat((n * 7919) % 9000) }));
  writeSync(1, `ack ${n}\n`);
}
