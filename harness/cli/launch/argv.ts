/** Commands that take the reference's own flags. */
const REFERENCE_COMMANDS = new Set(["train", "test", "infer"]);

/**
 * Spells the reference's flags as commander can read them: `-b1 0.25` and `-b2` (commander would read `-b` with the value
 * `1`; the reference's parser prefers the longer flag, so do we), and `--batch_sizes`, since half of the reference's
 * scripts write underscores. Only for the commands that take such flags, and nothing after `--`.
 */
export function referenceArgv(argv: readonly string[]): string[] {
  if (!REFERENCE_COMMANDS.has(argv[0] ?? "")) return [...argv];
  const end = argv.indexOf("--");
  return argv.map((argument, i) => {
    if (end >= 0 && i >= end) return argument;
    const beta = /^-b([12])(=.*)?$/.exec(argument);
    if (beta) return `--beta${beta[1]}${beta[2] ?? ""}`;
    return argument.replace(/^--[a-z][a-z_]*(?==|$)/, (flag) => flag.replaceAll("_", "-"));
  });
}
