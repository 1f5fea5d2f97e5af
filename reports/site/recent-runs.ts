/**
 * A job needs a run and its base, of which one is the next job's too: its base where jobs go on to newer runs, its run where
 * they go back. The base is read last, so that on the way to newer ones the next job's run comes in before its base, this
 * job's run, is asked for again: three are kept, not two.
 */
const KEPT = 3;

/** Reads runs by their folders, those that were asked for last only once. */
export function recentRuns<Run>(read: (dir: string) => Promise<Run>): (dir: string) => Promise<Run> {
  const recent = new Map<string, Run>();
  return async (dir) => {
    const run = recent.get(dir) ?? (await read(dir));
    recent.delete(dir);
    recent.set(dir, run);
    if (recent.size > KEPT) recent.delete(recent.keys().next().value!);
    return run;
  };
}
