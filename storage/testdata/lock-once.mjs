// Takes the lock, holds it for a moment, says whether it was alone. With "die" it is killed while holding it.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { acquireLock } from "../../dist/storage/lock.js";

const [path, how] = process.argv.slice(2);
for (let tries = 0; ; tries++) {
  try {
    const lock = await acquireLock(path);
    if (how === "die") process.kill(process.pid, "SIGKILL");
    const inside = `${path}.inside`;
    if (existsSync(inside)) process.exit(9);
    writeFileSync(inside, "");
    await new Promise((done) => setTimeout(done, 10));
    rmSync(inside);
    await lock.release();
    process.exit(0);
  } catch (error) {
    if (error.code !== "storage.locked" || tries > 500) throw error;
    await new Promise((done) => setTimeout(done, 10));
  }
}
