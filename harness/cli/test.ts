import type { Register } from "./command.js";
import { addTrainFlags, type TrainFlags } from "./launch/flags.js";
import { trainOrTest } from "./train.js";

const EXAMPLES = `
Examples:
  ncf-bench test --data ./ml-20m --checkpoint-dir checkpoints
  ncf-bench test --dataset synthetic:ml-100k --load-checkpoint-path checkpoints/best.safetensors --json

Exit codes: 0 measured; 1 a target was set and missed; 2 wrong usage or input; 5 unsupported here, or failed; 130 stopped by
Ctrl-C.`;

export const registerTest: Register = (program, { io, action }) => {
  const command = program.command("test").description("evaluate a checkpoint once: the same as train --mode test");
  addTrainFlags(command)
    .addHelpText("after", EXAMPLES)
    .action(action((flags: TrainFlags) => trainOrTest({ ...flags, mode: "test" }, io)));
};
