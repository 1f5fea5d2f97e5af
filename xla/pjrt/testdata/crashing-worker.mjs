// Runs the real worker, and ends as a crash would when it comes to the check that NCF_BENCH_TEST_CRASH names.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";

const write = fs.writeSync;
fs.writeSync = (fd, text) => {
  const written = write(fd, text);
  if (fd === 3 && text.includes(`{"started":"${process.env.NCF_BENCH_TEST_CRASH}"}`)) process.kill(process.pid, "SIGKILL");
  return written;
};
syncBuiltinESMExports();
await import(pathToFileURL(process.env.NCF_BENCH_TEST_WORKER).href);
